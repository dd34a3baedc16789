@S12 @S13 @S15 @Q09
Feature: Ticket 4, the aide who stays, until she does not
  "Our aide has been in the class since Monday, every day. This morning she is out. Nobody removed her."

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And "Pat Moss" is known to neither the SIS nor Clever

  @documented
  Scenario: For two nights she stays
    When on Monday at 09:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
    Then on Monday at 09:00, the co-teachers of "Biology" in Otus are "Pat Moss"
    And on Tuesday at 08:00, the co-teachers of "Biology" in Otus are "Pat Moss"
    And on Wednesday at 08:00, the co-teachers of "Biology" in Otus are "Pat Moss"
    And last night's sync changed nothing

  @inferred
  Scenario: The night after the SIS made Mr Roy co-teacher, he is in and she is out
    Given on Monday at 09:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
    When on Wednesday at 11:00, the registrar makes "Idris Roy" co-teacher of "Biology"
    Then on Wednesday at 22:00, the co-teachers of "Biology" in Otus are "Pat Moss"
    And on Thursday at 04:00, the co-teachers of "Biology" in Otus are "Idris Roy"
    And last night's sync added "Idris Roy" as co-teacher of "Biology", because "Clever has the teacher as co-teacher of the section"
    And last night's sync removed "Pat Moss" as co-teacher of "Biology", because "the class now has a co-teacher from Clever"

  @documented
  Scenario: A record in the SIS and a place on the section bring her back
    Given on Monday at 09:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
    And on Wednesday at 11:00, the registrar makes "Idris Roy" co-teacher of "Biology"
    When on Thursday at 10:00, the registrar adds the teacher "Pat Moss" with the email "pat.moss@home.example" at "Lincoln High School"
    And the registrar makes "Pat Moss (teacher)" co-teacher of "Biology"
    Then on Friday at 08:00, the co-teachers of "Biology" in Otus are "Idris Roy" and "Pat Moss (teacher)"
    And on Monday at 08:00, the co-teachers of "Biology" in Otus are "Idris Roy" and "Pat Moss (teacher)"

  @documented
  Scenario: So do a custom teacher in Clever and the page of the section there
    Given on Monday at 09:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
    And on Wednesday at 11:00, the registrar makes "Idris Roy" co-teacher of "Biology"
    When on Thursday at 10:00, the district creates the custom teacher "Pat Moss" with the email "pat.moss@home.example" at "Lincoln High School" in Clever
    And on Thursday at 10:15, the district adds "Pat Moss (teacher)" as co-teacher on the section page of "Biology" in Clever
    Then on Friday at 08:00, the co-teachers of "Biology" in Otus are "Idris Roy" and "Pat Moss (teacher)"
