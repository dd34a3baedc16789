@S03 @Q04 @Q06 @inferred
Feature: Ticket 3, "it still worked on Wednesday"
  "You say that a student added by hand is gone the next day. Ours stayed for two, and then he went."

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  Scenario: Tuesday's night failed, so he was there all Wednesday and gone on Thursday
    Given on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
    When tonight's sync fails
    Then on Wednesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand
    And last night's sync failed
    And last night's sync changed nothing
    And on Wednesday at 22:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand
    And on Thursday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
    And last night's sync took "Leo Park" out of "Algebra 1 (Ito, period 3)", because "Clever's roster does not have the student"

  Scenario: A student enrolled in the SIS on Tuesday had to wait until Thursday as well
    Given on Tuesday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
    When tonight's sync fails
    Then on Wednesday at 22:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
    And on Thursday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
    And last night's sync brought "Leo Park" into "Algebra 1 (Ito, period 3)", because "Clever's roster has the student"
