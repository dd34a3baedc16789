@S10 @S11 @S30 @S31 @documented
Feature: Ticket 1, the student who vanished overnight
  "I added Leo yesterday, he was there, and this morning he is gone."

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  Scenario: Added by hand he is there at once, and gone after the night
    When on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
    Then on Tuesday at 09:01, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
    And on Wednesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
    And last night's sync took "Leo Park" out of "Algebra 1 (Ito, period 3)", because "Clever's roster does not have the student"
    And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus

  Scenario: Enrolled in the SIS he is there for good
    Given on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
    When on Wednesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
    Then on Thursday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
    And on Friday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
