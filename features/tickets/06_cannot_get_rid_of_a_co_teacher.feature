@O23 @O24 @Q13 @Q41
Feature: Ticket 6, cannot get rid of a co-teacher
  "I removed Mr Poe from my class on Tuesday and again on Wednesday. He is still there."

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And on Monday at 10:00, the district adds "Ellis Poe" as co-teacher on the section page of "History" in Clever

  @documented
  Scenario: Removed in Otus, he comes back with every night
    When on Tuesday at 09:00, "Idris Roy" removes "Ellis Poe" as co-teacher of "History" in Otus
    Then "History" has no co-teachers in Otus
    And on Wednesday at 08:00, the co-teachers of "History" in Otus are "Ellis Poe"
    And last night's sync added "Ellis Poe" as co-teacher of "History", because "Clever still has the teacher as co-teacher of the section"
    When on Wednesday at 09:00, "Idris Roy" removes "Ellis Poe" as co-teacher of "History" in Otus
    Then "History" has no co-teachers in Otus
    And on Thursday at 08:00, the co-teachers of "History" in Otus are "Ellis Poe"

  @documented
  Scenario: Removed where he was put on, in Clever, he is gone the next morning and stays gone
    Given on Tuesday at 09:00, "Idris Roy" removes "Ellis Poe" as co-teacher of "History" in Otus
    When on Thursday at 09:00, the district removes "Ellis Poe" as co-teacher on the section page of "History" in Clever
    Then on Thursday at 22:00, the co-teachers of "History" in Otus are "Ellis Poe"
    And on Friday at 08:00, "History" has no co-teachers in Otus
    And last night's sync removed "Ellis Poe" as co-teacher of "History", because "Clever no longer has the teacher as co-teacher of the section"
    And on Monday at 08:00, "History" has no co-teachers in Otus

  @convention
  Scenario: A co-teacher whom the SIS sends cannot be removed in Clever
    When on Thursday at 09:00, the district tries to remove "Bo Lind" as co-teacher on the section page of "Chemistry" in Clever
    Then it is refused, because "the SIS sends them"
    And on Friday at 08:00, the co-teachers of "Chemistry" in Otus are "Bo Lind"

  @documented
  Scenario: Such a co-teacher is removed in the SIS
    When on Thursday at 09:00, the registrar removes "Bo Lind" as co-teacher of "Chemistry"
    Then on Thursday at 22:00, the co-teachers of "Chemistry" in Otus are "Bo Lind"
    And on Friday at 08:00, "Chemistry" has no co-teachers in Otus
    And last night's sync removed "Bo Lind" as co-teacher of "Chemistry", because "Clever no longer has the teacher as co-teacher of the section"
