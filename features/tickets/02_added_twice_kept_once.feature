@S11 @Q07
Feature: Ticket 2, added twice, kept once
  "I added Leo yesterday and the office enrolled him too. Is he in the class twice now?"

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @documented
  Scenario: Enrolled on the day on which he was added by hand, he stays
    Given on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
    When on Tuesday at 14:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
    Then on Tuesday at 14:15, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
    And "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand
    And on Wednesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
    And last night's sync kept "Leo Park" in "Algebra 1 (Ito, period 3)", because "Clever's roster has the student by now"
    And on Thursday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
    And last night's sync changed nothing
    And on Friday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

  @inferred
  Scenario: The class lists him once
    Given on Tuesday at 09:00, "José Núñez" adds "Leo Park" to "Spanish 2" in Otus
    When on Tuesday at 14:00, the registrar enrolls "Leo Park" in "Spanish 2"
    Then on Wednesday at 08:00, the students of "Spanish 2" in Otus are "Ana Ruiz", "Ben Adler", "Dev Patel", "Gus Larsen", "Ismael Ortiz", "Leo Park", "Nora Quinn", "Tomás Vega" and "Zoë Laurent"

  @inferred
  Scenario: Enrolled ten minutes before the sync, he is away for one day
    Given on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
    When on Wednesday at 03:50, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
    Then on Wednesday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
    And last night's sync took "Leo Park" out of "Algebra 1 (Ito, period 3)", because "Clever's roster does not have the student"
    And on Wednesday at 04:05, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
    And on Wednesday at 22:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
    And on Thursday at 04:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
    And last night's sync brought "Leo Park" into "Algebra 1 (Ito, period 3)", because "Clever's roster has the student"
