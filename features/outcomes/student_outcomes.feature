@T1 @T2 @T3 @T4 @T5 @T6 @T7
Feature: What a night does to a student
  The table T1 to T7, row by row: a student of a class before and after a successful sync.

  "Spanish 2" comes from Clever, "Practice" was made by hand. Ana Ruiz is on Clever's roster of "Spanish 2", Leo Park
  is not. The rules of each row, with how well they are founded, stand in accounts.feature, missing_students.feature
  and practice_classes.feature.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  Scenario Outline: A student before and after the night
    Given the district turns manual rostering on in Otus
    And "José Núñez" makes the class "Practice" in Otus
    And <in Otus before>
    And <on Clever's roster>
    When the night passes
    Then <in Otus after>
    And last night's sync <did this>

    Examples:
      | id | in Otus before                                           | on Clever's roster                                        | in Otus after                                            | did this                                                                                                 |
      | T1 | "Leo Park" is not in "Spanish 2" in Otus                 | the registrar enrolls "Leo Park" in "Spanish 2"           | "Leo Park" is in "Spanish 2" in Otus, coming from Clever | brought "Leo Park" into "Spanish 2", because "Clever's roster has the student"                           |
      | T2 | "José Núñez" adds "Leo Park" to "Spanish 2" in Otus      | the registrar enrolls "Leo Park" in "Spanish 2"           | "Leo Park" is in "Spanish 2" in Otus, coming from Clever | kept "Leo Park" in "Spanish 2", because "Clever's roster has the student by now"                         |
      | T3 | "José Núñez" removes "Ana Ruiz" from "Spanish 2" in Otus | "Ana Ruiz" is in "Spanish 2" in Clever                    | "Ana Ruiz" is in "Spanish 2" in Otus, coming from Clever | brought "Ana Ruiz" into "Spanish 2", because "Clever's roster still has the student"                     |
      | T4 | "José Núñez" adds "Leo Park" to "Spanish 2" in Otus      | "Leo Park" is not in "Spanish 2" in Clever                | "Leo Park" is not in "Spanish 2" in Otus                 | took "Leo Park" out of "Spanish 2", because "Clever's roster does not have the student"                  |
      | T5 | "Ana Ruiz" is in "Spanish 2" in Otus, coming from Clever | the registrar drops "Ana Ruiz" from "Spanish 2"           | "Ana Ruiz" is not in "Spanish 2" in Otus                 | took "Ana Ruiz" out of "Spanish 2", because "Clever's roster no longer has the student"                  |
      | T6 | "Ana Ruiz" is in "Spanish 2" in Otus, coming from Clever | the registrar corrects the SIS id of "Ana Ruiz" to "4471" | "Ana Ruiz" is not in "Spanish 2" in Otus                 | skipped "Ana Ruiz", because "another account has the email, so the student's ID needs adjusting by Otus" |
      | T7 | "José Núñez" adds "Leo Park" to "Practice" in Otus       | Clever has no section named "Practice"                    | the students of "Practice" in Otus are "Leo Park"        | changed nothing                                                                                          |
