@S16 @S17 @S18 @S20 @documented
Feature: Ticket 5, the colleague who keeps falling out
  "I add Ms Kay to my History class every morning, and every morning she is gone again."

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  Scenario: Added by hand on Tuesday and again on Wednesday, she is gone after each night
    When on Tuesday at 09:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
    Then the co-teachers of "History" in Otus are "Mia Kay"
    And on Wednesday at 08:00, "History" has no co-teachers in Otus
    And last night's sync removed "Mia Kay" as co-teacher of "History", because "Clever knows the teacher, but not as co-teacher of the section"
    When on Wednesday at 09:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
    Then the co-teachers of "History" in Otus are "Mia Kay"
    And on Thursday at 08:00, "History" has no co-teachers in Otus

  Scenario: Put on the section in Clever on Thursday, she is in from Friday on
    Given on Tuesday at 09:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
    And on Wednesday at 09:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
    When on Thursday at 10:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
    Then on Thursday at 22:00, "History" has no co-teachers in Otus
    And on Friday at 08:00, "Mia Kay" is co-teacher of "History" in Otus, coming from Clever
    And last night's sync added "Mia Kay" as co-teacher of "History", because "Clever has the teacher as co-teacher of the section"
    And on Monday at 08:00, "Mia Kay" is co-teacher of "History" in Otus, coming from Clever

  Scenario: All the while she keeps her own classes elsewhere in the district
    Given on Tuesday at 09:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
    When the night passes
    Then "History" has no co-teachers in Otus
    And the main teacher of "Math 7" in Otus is "Mia Kay"
