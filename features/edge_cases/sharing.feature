Feature: What the district shares with Otus
  Otus reads only what Clever shares with it; the article's "what your SIS had shared" passes through that door too.

  @O01 @C15 @documented
  Rule: Nothing reaches Otus before the district shares something with it

    Background:
      Given the district "Lincoln", never synced to Otus

    Scenario: Nothing shared, nothing there, however good the nights are
      Given the district shares nothing with Otus
      When 3 nights pass
      Then last night's sync succeeded
      And last night's sync changed nothing
      And Otus does not show the class "Biology"
      And "Ana Ruiz" has no account in Otus

    Scenario: Shared by day, there the next morning
      Given the district shares nothing with Otus
      And the night passes
      When the district shares the whole district with Otus
      Then "Ana Ruiz" has no account in Otus
      When the night passes
      Then "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And the main teacher of "Biology" in Otus is "Wen Chen"

  @C16 @O06 @documented
  Rule: Sharing schools takes in what comes to them later; sharing sections does not

    Background:
      Given the district "Lincoln", never synced to Otus

    Scenario: Of two schools the one that is shared is there
      Given the district shares the schools "Lincoln High School" with Otus
      When the night passes
      Then Otus shows the class "Biology"
      And Otus does not show the class "Math 7"
      And "Mia Kay" has no account in Otus

    Scenario: A new section of a shared school becomes a class
      Given the district shares the schools "Lincoln High School" with Otus
      When the registrar adds the section "Statistics" at "Lincoln High School", taught by "Hana Ito"
      And the night passes
      Then Otus shows the class "Statistics"

    Scenario: A new section beside the shared sections does not
      Given the district shares the sections "Biology" and "Chemistry" with Otus
      When the registrar adds the section "Statistics" at "Lincoln High School", taught by "Hana Ito"
      And the night passes
      Then Otus shows the class "Biology"
      And Otus does not show the class "Statistics"

    Scenario: A new student of a shared section is in its class
      Given the district shares the sections "Biology" and "Chemistry" with Otus
      When the registrar enrolls "Ravi Shah" in "Biology"
      And the night passes
      Then "Ravi Shah" is in "Biology" in Otus, coming from Clever

  @C17 @documented
  Rule: Somebody with no shared section does not reach Otus where sections are shared

    Background:
      Given the district "Lincoln", never synced to Otus

    Scenario: Only the teacher and the students of the shared section have accounts
      Given the district shares the sections "Biology" with Otus
      When the night passes
      Then "Wen Chen" has an account in Otus
      And "Leo Park" has an account in Otus
      And "Hana Ito" has no account in Otus
      And "Ravi Shah" has no account in Otus

  @Q10 @convention
  Rule: A teacher whom Otus may not read is not known to it
    The article says "in Clever or your SIS". Otus can look nowhere but in what Clever shares with it, so a colleague
    at a school that is not shared is to Otus like somebody of whom no record exists.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: With only the high school shared, the colleague from the middle school stays as an aide would
      Given the district shares the schools "Lincoln High School" with Otus
      When "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      And 3 nights pass
      Then "Mia Kay" is co-teacher of "History" in Otus, added by hand

    Scenario: Once the middle school is shared too, the colleague is known, and goes
      Given the district shares the schools "Lincoln High School" with Otus
      And "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      And the night passes
      When the district shares the whole district with Otus
      And the night passes
      Then "History" has no co-teachers in Otus
      And last night's sync removed "Mia Kay" as co-teacher of "History", because "Clever knows the teacher, but not as co-teacher of the section"

  @Q40 @inferred
  Rule: Whoever is on a section but not shared is left out and named in the report, and the sync goes on
    Clever asks applications not to let one record that cannot be read stop a sync (C37).

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      And the district shares the schools "Lincoln High School" with Otus

    Scenario: A student of the other school is left out, the next one comes in
      When the registrar enrolls "Maeve O'Neil" and "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the night passes
      Then "Maeve O'Neil" is not in "Algebra 1 (Ito, period 3)" in Otus
      And last night's sync skipped "Maeve O'Neil", because "Clever does not share the record"
      And last night's sync succeeded
      And "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: A co-teacher of the other school is left out as well
      When the registrar makes "Mia Kay" co-teacher of "History"
      And the night passes
      Then "History" has no co-teachers in Otus
      And last night's sync skipped "Mia Kay", because "Clever does not share the record"

    Scenario: A primary teacher of the other school leaves the class without a main teacher
      When the registrar makes "Mia Kay" primary teacher of "History"
      And the night passes
      Then "History" has no main teacher in Otus
      And last night's sync skipped "Mia Kay", because "Clever does not share the record"

    Scenario: Shared at last, they are all there the next morning
      Given the registrar enrolls "Maeve O'Neil" in "Algebra 1 (Ito, period 3)"
      And the registrar makes "Mia Kay" primary teacher of "History"
      And the night passes
      When the district shares the whole district with Otus
      And the night passes
      Then "Maeve O'Neil" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      And the main teacher of "History" in Otus is "Mia Kay"
      And last night's sync skipped nobody

    Scenario: A teacher of both schools is shared with either
      When the registrar makes "José Núñez" co-teacher of "History"
      And the night passes
      Then the co-teachers of "History" in Otus are "José Núñez"

  @C35 @Q32 @inferred
  Rule: What is no longer shared leaves Otus with the next successful sync, and comes back when it is shared again
    Clever asks applications to put away what is unshared, and to restore it when its id returns (C35). To Otus a
    section that it may not read is like one that is gone.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      And "Maeve O'Neil" hands in "My town" in "Civics" in Otus

    Scenario: Narrowed to one school, the classes of the other go, and the accounts stay
      When on Tuesday at 10:00, the district shares the schools "Lincoln High School" with Otus
      Then on Tuesday at 22:00, Otus shows the class "Civics"
      When the night passes
      Then Otus does not show the class "Civics"
      And last night's sync closed the class "Civics", because "Clever no longer shows Otus the section"
      And "Maeve O'Neil" has an account in Otus
      And "Tess Monroe" has an account in Otus
      And Otus shows the class "Biology"

    Scenario: Widened again, they are back with everybody in them and their work
      Given the district shares the schools "Lincoln High School" with Otus
      And the night passes
      When the district shares the whole district with Otus
      And the night passes
      Then the main teacher of "Civics" in Otus is "Tess Monroe"
      And last night's sync opened the class "Civics", because "Clever has it"
      And "Maeve O'Neil" is in "Civics" in Otus, coming from Clever
      And Otus shows the work "My town" of "Maeve O'Neil" in "Civics"

    Scenario: Who belongs to the school that went leaves the classes of the one that stays
      Given the registrar enrolls "Maeve O'Neil" in "Algebra 1 (Ito, period 3)"
      And the registrar makes "Mia Kay" co-teacher of "History"
      And the night passes
      And "Maeve O'Neil" is in "Algebra 1 (Ito, period 3)" in Otus
      And the co-teachers of "History" in Otus are "Mia Kay"
      When the district shares the schools "Lincoln High School" with Otus
      And the night passes
      Then "Maeve O'Neil" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "History" has no co-teachers in Otus
      And last night's sync skipped "Maeve O'Neil", because "Clever does not share the record"

    Scenario: A night whose sync fails leaves everything in sight
      Given the district shares the schools "Lincoln High School" with Otus
      When tonight's sync fails
      And the night passes
      Then Otus shows the class "Civics"
      When the night passes
      Then Otus does not show the class "Civics"

    Scenario: Narrowed and widened before the night, nothing happens
      Given the district shares nothing with Otus
      When the district shares the whole district with Otus
      And the night passes
      Then last night's sync changed nothing

  @Q27 @S33 @inferred
  Rule: Classes made by hand do not depend on what is shared
    The sync leaves such classes and their students alone (S32, S33), so what it can read does not matter to them.

    Scenario: With nothing shared any more, the sandbox is as it was
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      And the district turns manual rostering on in Otus
      And "Hana Ito" makes the class "Sandbox" in Otus
      And "Hana Ito" adds "Leo Park" to "Sandbox" in Otus
      And "Hana Ito" adds "Mia Kay" as co-teacher of "Sandbox" in Otus
      When the district shares nothing with Otus
      And 2 nights pass
      Then Otus does not show the class "Geometry"
      And the students of "Sandbox" in Otus are "Leo Park"
      And the co-teachers of "Sandbox" in Otus are "Mia Kay"
      And the main teacher of "Sandbox" in Otus is "Hana Ito"

  @Q10 @S14 @convention
  Rule: A co-teacher from Clever whom Otus may not read does not put out one who was added by hand
    The article says that a co-teacher coming in from Clever does. One whom Clever does not show to Otus does not
    come in, so the class has none from Clever.

    Scenario: The colleague from the middle school is on the section, but her school is not shared
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      And "Pat Moss" is known to neither the SIS nor Clever
      And the district shares the schools "Lincoln High School" with Otus
      And the registrar makes "Mia Kay" co-teacher of "History"
      When "Idris Roy" adds "Pat Moss" as co-teacher of "History" in Otus
      And the night passes
      Then the co-teachers of "History" in Clever are "Mia Kay"
      And the co-teachers of "History" in Otus are "Pat Moss"
      When the district shares the whole district with Otus
      And the night passes
      Then the co-teachers of "History" in Otus are "Mia Kay"
      And last night's sync removed "Pat Moss" as co-teacher of "History", because "the class now has a co-teacher from Clever"

  @C18 @O04 @inferred
  Rule: A kind of data that is not shared is not there for Otus, whatever schools and sections are
    Clever lets a district turn off a whole role, such as staff, and single fields. To Otus a record of a role that is
    turned off is like one that is not shared.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: Without the students no class has any, and everybody keeps their account
      When the district shares no "students" with Otus
      And the night passes
      Then "Ana Ruiz" is not in "Biology" in Otus
      And last night's sync skipped "Ana Ruiz", because "Clever does not share the record"
      And "Ana Ruiz" has an account in Otus
      And the main teacher of "Biology" in Otus is "Wen Chen"

    Scenario: Without the teachers no class has a main teacher or a co-teacher
      When the district shares no "teachers" with Otus
      And the night passes
      Then "Biology" has no main teacher in Otus
      And "Chemistry" has no co-teachers in Otus
      And "Ana Ruiz" is in "Biology" in Otus, coming from Clever

    Scenario: Without the sections there are no classes
      When the district shares no "sections" with Otus
      And the night passes
      Then Otus does not show the class "Biology"
      And last night's sync closed the class "Biology", because "Clever no longer shows Otus the section"

    Scenario: Shared again, they are all back the next morning
      Given the district shares no "students" with Otus
      And the district shares no "teachers" with Otus
      And the night passes
      When the district shares "students" with Otus again
      And the district shares "teachers" with Otus again
      And the night passes
      Then "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And the main teacher of "Biology" in Otus is "Wen Chen"
      And the co-teachers of "Chemistry" in Otus are "Bo Lind"
      And last night's sync skipped nobody

    Scenario Outline: What Otus makes nothing of may be shared or not
      When the district shares no "<kind>" with Otus
      And the night passes
      Then last night's sync succeeded
      And last night's sync changed nothing

      Examples:
        | kind                   |
        | staff                  |
        | district admins        |
        | student contacts       |
        | English learner status |
        | IEP status             |

    Scenario: A kind of data that is turned off is off for every school
      Given the district shares the schools "Lincoln High School" with Otus
      And the district shares no "students" with Otus
      When the district shares the whole district with Otus
      Then Clever does not show "Ana Ruiz" to Otus
      And Clever does not show "Maeve O'Neil" to Otus
      And Clever shows "Tess Monroe" to Otus

  @C41 @inferred
  Rule: Somebody who works in two roles is one person in Clever, and is shown in those of them that are shared
    Clever joins the records of a teacher, of staff and of a district admin that have one email. Which of the roles an
    application sees follows from what is shared.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: The assistant principal who teaches is a teacher to Otus
      When the night passes
      Then Clever shows "Tess Monroe (teacher)" to Otus
      And Clever shows "Tess Monroe (staff)" to Otus
      And the main teacher of "Civics" in Otus is "Tess Monroe"

    Scenario: Without the staff she goes on teaching
      When the district shares no "staff" with Otus
      And the night passes
      Then Clever does not show "Tess Monroe (staff)" to Otus
      And Clever shows "Tess Monroe (teacher)" to Otus
      And last night's sync changed nothing

    Scenario: Without the teachers she is staff to Otus, and her class has no teacher
      When the district shares no "teachers" with Otus
      And the night passes
      Then Clever shows "Tess Monroe (staff)" to Otus
      And Clever does not show "Tess Monroe (teacher)" to Otus
      And "Civics" has no main teacher in Otus
      And last night's sync skipped "Tess Monroe", because "Clever does not share the record"

    Scenario: A new email on one of the two records makes two people of her, and changes nothing in Otus
      When the registrar changes the email of "Tess Monroe (staff)" to "office@lincoln.example"
      And the night passes
      Then the email of "Tess Monroe (staff)" in Clever is "office@lincoln.example"
      And the email of "Tess Monroe (teacher)" in Clever is "tess.monroe@lincoln.example"
      And last night's sync changed nothing
