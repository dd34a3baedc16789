Feature: What is refused, and why
  An act that is refused leaves everything as it was, and says what stood in the way.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @C30 @Q15 @inferred
  Rule: One person has one place in a section of the SIS
    Clever's data model has one primary teacher in a section and lists students and teachers once (C30). An SIS that
    sent somebody twice would have its upload refused, so the registrar is told at once.

    Scenario: A student cannot be enrolled in a section twice
      When the registrar tries to enroll "Ana Ruiz" in "Biology"
      Then it is refused, because "the SIS has that enrollment already"

    Scenario: Of two who are to be enrolled, one is in it already, and neither is enrolled
      When the registrar tries to enroll "Leo Park" and "Ana Ruiz" in "Algebra 1 (Ito, period 3)"
      Then it is refused, because "the SIS has that enrollment already"
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in the SIS

    Scenario: The primary teacher cannot be co-teacher as well
      When the registrar tries to make "Wen Chen" co-teacher of "Biology"
      Then it is refused, because "they are its primary teacher already"

    Scenario: A co-teacher cannot be made so twice
      When the registrar tries to make "Bo Lind" co-teacher of "Chemistry"
      Then it is refused, because "they are its co-teacher already"

  @C30 @inferred
  Rule: A section keeps its primary teacher until another one is named
    A section has exactly one primary teacher (C30), so one who leads a section cannot simply leave.

    Scenario: The primary teacher of a section cannot be removed from the SIS
      When the registrar tries to remove "Wen Chen" from the SIS
      Then it is refused, because "they are the primary teacher of 'Biology'"
      When the night passes
      Then the main teacher of "Biology" in Otus is "Wen Chen"

    Scenario: With a successor named first, the former one can leave
      Given the registrar makes "Nadia Petrov" primary teacher of "Biology"
      When the registrar removes "Wen Chen" from the SIS
      And the night passes
      Then Clever does not have "Wen Chen"
      And the main teacher of "Biology" in Otus is "Nadia Petrov"

    Scenario: A co-teacher can leave, and takes the place on the section along
      When on Tuesday at 10:00, the registrar removes "Bo Lind" from the SIS
      Then on Tuesday at 10:15, Clever does not have "Bo Lind"
      And "Chemistry" has no co-teachers in Clever
      And on Wednesday at 08:00, "Chemistry" has no co-teachers in Otus
      And the main teacher of "Chemistry" in Otus is "Nadia Petrov"
      And last night's sync removed "Bo Lind" as co-teacher of "Chemistry", because "Clever no longer has the teacher as co-teacher of the section"

  @S16 @Q10 @inferred
  Rule: Only somebody with a teacher's record can be put on a section
    A section lists teachers; an aide whom the SIS has as staff has to be given a teacher's record first (S15).

    Scenario: The registrar cannot make an aide of the staff list co-teacher
      When the registrar tries to make "June Abbott" co-teacher of "Biology"
      Then it is refused, because "the SIS has them as staff, not as teacher"

    Scenario: Nor does the section page in Clever take her
      When the district tries to add "June Abbott" as co-teacher on the section page of "Biology" in Clever
      Then it is refused, because "Clever has no teacher record of them"
      And "Biology" has no co-teachers in Clever

    Scenario: A teacher who is still on the way to Clever has to be waited for
      Given on Tuesday at 10:00, the registrar adds the teacher "Lena Fox" with the email "lena.fox@lincoln.example" at "Lincoln High School"
      When on Tuesday at 10:10, the district tries to add "Lena Fox" as co-teacher on the section page of "Biology" in Clever
      Then it is refused, because "Clever has no teacher record of them"
      And on Tuesday at 10:15, the district adds "Lena Fox" as co-teacher on the section page of "Biology" in Clever

    Scenario: A section that is still on the way has no page yet
      Given on Tuesday at 10:00, the registrar adds the section "Statistics" at "Lincoln High School", taught by "Hana Ito"
      When on Tuesday at 10:10, the district tries to add "Mia Kay" as co-teacher on the section page of "Statistics" in Clever
      Then it is refused, because "Clever does not have it yet, or no longer"

  @Q41 @convention
  Rule: The section page takes nobody twice, and lets go only of those whom it can
    The article names the page as a way to add co-teachers and says nothing of what it refuses. Clever's own pages on
    it were not to be found.

    Scenario: The primary teacher cannot be added as co-teacher
      When the district tries to add "Wen Chen" as co-teacher on the section page of "Biology" in Clever
      Then it is refused, because "they are its primary teacher already"

    Scenario: Nor a co-teacher once more
      When the district tries to add "Bo Lind" as co-teacher on the section page of "Chemistry" in Clever
      Then it is refused, because "they are its co-teacher already"

    Scenario: Somebody who is not on the section cannot be removed from it
      When the district tries to remove "Mia Kay" as co-teacher on the section page of "Chemistry" in Clever
      Then it is refused, because "they are not its co-teacher in Clever"
      And the co-teachers of "Chemistry" in Clever are "Bo Lind"

  @O16 @O25 @documented
  Rule: Co-teachers are added and removed by the main teacher or an admin

    Scenario: A colleague who does not teach the class cannot add one
      When "Mia Kay" tries to add "Idris Roy" as co-teacher of "Biology" in Otus
      Then it is refused, because "Mia Kay is not its main teacher"
      And "Biology" has no co-teachers in Otus

    Scenario: Co-teachers cannot take themselves out
      When "Bo Lind" tries to remove "Bo Lind" as co-teacher of "Chemistry" in Otus
      Then it is refused, because "Bo Lind is not its main teacher"
      And the co-teachers of "Chemistry" in Otus are "Bo Lind"

    Scenario: An admin can do both in any class
      Given an admin makes an admin account for "Ruth Abara" in Otus
      When "Ruth Abara" adds "Idris Roy" as co-teacher of "Biology" in Otus
      And "Ruth Abara" removes "Bo Lind" as co-teacher of "Chemistry" in Otus
      Then the co-teachers of "Biology" in Otus are "Idris Roy"
      And "Chemistry" has no co-teachers in Otus

  @O35 @convention
  Rule: A student is added by hand by any teacher of the class or by an admin
    One page says that it depends who may add students, and breaks off there (O35). Another names what co-teachers may
    not do (O25), and adding students is not among it.

    Scenario: A co-teacher adds a student for the day
      When "Bo Lind" adds "Leo Park" to "Chemistry" in Otus
      Then "Leo Park" is in "Chemistry" in Otus, added by hand

    Scenario: A colleague who does not teach the class cannot add a student
      When "Mia Kay" tries to add "Leo Park" to "Chemistry" in Otus
      Then it is refused, because "Mia Kay is not its main teacher"
      And "Leo Park" is not in "Chemistry" in Otus

    Scenario: The former main teacher cannot either, from the morning on
      Given the registrar makes "Ellis Poe" primary teacher of "Chemistry"
      And the night passes
      When "Nadia Petrov" tries to add "Leo Park" to "Chemistry" in Otus
      Then it is refused, because "Nadia Petrov is not its main teacher"

  @Q15 @S12 @inferred
  Rule: In Otus too, one person has one place in a class
    As on a section in Clever (Q15), whoever leads a class is not its co-teacher as well.

    Scenario: The main teacher cannot be added as co-teacher
      When "Wen Chen" tries to add "Wen Chen" as co-teacher of "Biology" in Otus
      Then it is refused, because "they are its main teacher"
      And "Biology" has no co-teachers in Otus

    Scenario: Who is not in a class cannot be taken out of it
      When "Hana Ito" tries to remove "Leo Park" from "Algebra 1 (Ito, period 3)" in Otus
      Then it is refused, because "they are not in it"

  @S03 @documented
  Rule: Before a sync has brought a class or an account, nothing can be done with it in Otus

    Scenario: A student cannot be added to a class that only Clever has
      Given on Tuesday at 10:00, the registrar adds the section "Statistics" at "Lincoln High School", taught by "Hana Ito"
      When on Tuesday at 12:00, "Hana Ito" tries to add "Leo Park" to "Statistics" in Otus
      Then it is refused, because "Otus does not have it"
      And on Wednesday at 08:00, "Hana Ito" adds "Leo Park" to "Statistics" in Otus

    Scenario: A teacher who is new in the SIS cannot sign in before the first night
      Given on Tuesday at 10:00, the registrar adds the teacher "Lena Fox" with the email "lena.fox@lincoln.example" at "Lincoln High School"
      When on Tuesday at 12:00, "Lena Fox" tries to sign in to Otus with "a password"
      Then it is refused, because "no account in Otus has that email"
      And on Wednesday at 08:00, "Lena Fox" signs in to Otus with "a password"
