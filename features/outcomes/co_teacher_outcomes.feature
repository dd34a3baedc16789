@K1 @K2 @K3 @K4 @K5 @K6 @K7 @K8 @K9 @K10
Feature: What a night does to a co-teacher
  The table K1 to K10, row by row: somebody in a class that comes from Clever, before and after a successful sync.

  Known is somebody of whom Clever has a teacher record that Otus can read. The rules of each row, with how well they
  are founded, stand in co_teachers.feature and edge_cases/co_teachers.feature.

  Scenario Outline: <id>, before and after the night
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And "Pat Moss" is known to neither the SIS nor Clever
    And <in Otus before>
    And Clever <knows them or not>
    And <on the section in Clever>
    When the night passes
    Then the main teacher of <main teacher after>
    And <co-teachers after>
    And last night's sync <did this>

    Examples:
      | id  | in Otus before                                                        | knows them or not        | on the section in Clever                                     | main teacher after                    | co-teachers after                                                  | did this                                                                                                                 |
      | K1  | "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus         | has "Mia Kay"            | the registrar makes "Mia Kay" primary teacher of "History"   | "History" in Otus is "Mia Kay"        | "History" has no co-teachers in Otus                               | removed "Mia Kay" as co-teacher of "History", because "Clever now has the teacher as primary teacher of the section"     |
      | K2  | "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus         | has "Mia Kay"            | the registrar makes "Mia Kay" co-teacher of "History"        | "History" in Otus is "Idris Roy"      | "Mia Kay" is co-teacher of "History" in Otus, coming from Clever   | kept "Mia Kay" as co-teacher of "History", because "Clever has the teacher as co-teacher of the section"                 |
      | K3  | "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus         | has "Mia Kay"            | "History" has no co-teachers in Clever                       | "History" in Otus is "Idris Roy"      | "History" has no co-teachers in Otus                               | removed "Mia Kay" as co-teacher of "History", because "Clever knows the teacher, but not as co-teacher of the section"   |
      | K4  | "Nadia Petrov" adds "Mia Kay" as co-teacher of "Chemistry" in Otus    | has "Mia Kay"            | the co-teachers of "Chemistry" in Clever are "Bo Lind"       | "Chemistry" in Otus is "Nadia Petrov" | the co-teachers of "Chemistry" in Otus are "Bo Lind"               | removed "Mia Kay" as co-teacher of "Chemistry", because "Clever knows the teacher, but not as co-teacher of the section" |
      | K5  | "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus   | does not have "Pat Moss" | the co-teachers of "Chemistry" in Clever are "Bo Lind"       | "Chemistry" in Otus is "Nadia Petrov" | the co-teachers of "Chemistry" in Otus are "Bo Lind"               | removed "Pat Moss" as co-teacher of "Chemistry", because "the class has a co-teacher from Clever already"                |
      | K6  | "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus         | does not have "Pat Moss" | the registrar makes "Idris Roy" co-teacher of "Biology"      | "Biology" in Otus is "Wen Chen"       | the co-teachers of "Biology" in Otus are "Idris Roy"               | removed "Pat Moss" as co-teacher of "Biology", because "the class now has a co-teacher from Clever"                      |
      | K7  | "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus         | does not have "Pat Moss" | "Biology" has no co-teachers in Clever                       | "Biology" in Otus is "Wen Chen"       | "Pat Moss" is co-teacher of "Biology" in Otus, added by hand       | changed nothing                                                                                                          |
      | K8  | "Bo Lind" is co-teacher of "Chemistry" in Otus, coming from Clever    | has "Bo Lind"            | the registrar removes "Bo Lind" as co-teacher of "Chemistry" | "Chemistry" in Otus is "Nadia Petrov" | "Chemistry" has no co-teachers in Otus                             | removed "Bo Lind" as co-teacher of "Chemistry", because "Clever no longer has the teacher as co-teacher of the section"  |
      | K9  | "Nadia Petrov" removes "Bo Lind" as co-teacher of "Chemistry" in Otus | has "Bo Lind"            | the co-teachers of "Chemistry" in Clever are "Bo Lind"       | "Chemistry" in Otus is "Nadia Petrov" | "Bo Lind" is co-teacher of "Chemistry" in Otus, coming from Clever | added "Bo Lind" as co-teacher of "Chemistry", because "Clever still has the teacher as co-teacher of the section"        |
      | K10 | "History" has no co-teachers in Otus                                  | has "Mia Kay"            | the registrar makes "Mia Kay" co-teacher of "History"        | "History" in Otus is "Idris Roy"      | "Mia Kay" is co-teacher of "History" in Otus, coming from Clever   | added "Mia Kay" as co-teacher of "History", because "Clever has the teacher as co-teacher of the section"                |
