Feature: Classes that come, go and change their names
  And the work of students who leave a class and come back.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And the district turns manual rostering on in Otus

  @Q32 @convention
  Rule: A class whose section is gone from Clever leaves Otus's list, with everyone in it
    No source says what becomes of people added by hand when the class itself goes. A class without a section would be
    nobody's, so it goes whole; nobody loses an account.

    Scenario: Removed by day, off the list the next morning, hand-added people and all
      Given on Tuesday at 09:00, "Zoë Brandt" adds "Leo Park" to "Art" in Otus
      And "Pat Moss" is known to neither the SIS nor Clever
      And "Zoë Brandt" adds "Pat Moss" as co-teacher of "Art" in Otus
      When on Tuesday at 10:00, the registrar removes the section "Art"
      Then on Tuesday at 22:00, Otus shows the class "Art"
      When the night passes
      Then Otus does not show the class "Art"
      And last night's sync closed the class "Art", because "Clever no longer shows Otus the section"
      And "Zoë Brandt" has an account in Otus
      And "Pat Moss" has an account in Otus

    Scenario: Nobody can be added to it any more
      Given the registrar removes the section "Art"
      And the night passes
      When "Zoë Brandt" tries to add "Leo Park" to "Art" in Otus
      Then it is refused, because "Otus does not show it"

    Scenario: The other classes of its students are as they were
      Given the registrar removes the section "Art"
      When the night passes
      Then the main teacher of "World Literature" in Otus is "Ellis Poe"
      And "Kenji Mori" is in "World Literature" in Otus, coming from Clever
      And "Kenji Mori" is in "Chemistry" in Otus, coming from Clever

    Scenario: A night whose sync fails leaves it on the list
      Given the registrar removes the section "Art"
      When tonight's sync fails
      And the night passes
      Then Otus shows the class "Art"
      And "Kenji Mori" is in "Art" in Otus

  @Q27 @Q32 @inferred
  Rule: A class made by hand outlasts the class from Clever that it was copied from
    The sync leaves classes made by hand alone (S32), whatever becomes of a section of the same name.

    Scenario: The section goes, the hand-made class of its name stays with its students
      Given "Zoë Brandt" makes the class "Art" in Otus
      And "Zoë Brandt" adds "Leo Park" to "Art (made by hand)" in Otus
      When the registrar removes the section "Art (2009)"
      And the night passes
      Then Otus does not show the class "Art (2009)"
      And Otus shows the class "Art (made by hand)"
      And the students of "Art (made by hand)" in Otus are "Leo Park"
      And the main teacher of "Art (made by hand)" in Otus is "Zoë Brandt"

    Scenario: The teacher leaves every section and the SIS, and keeps the hand-made class
      Given "Zoë Brandt" makes the class "Sandbox" in Otus
      And the registrar removes the section "Art"
      When the registrar removes "Zoë Brandt" from the SIS
      And 2 nights pass
      Then Clever does not have "Zoë Brandt"
      And the main teacher of "Sandbox" in Otus is "Zoë Brandt"

  @O11 @E12 @convention
  Rule: A section that is renamed gives its class the new name with the next successful sync
    One Otus page says that Otus mirrors the SIS (O11), another that names are overwritten in some districts only
    (O32). The simulator mirrors; the people in the class are the same as before.

    Scenario: The new name is there the next morning, and the old one is not
      When on Tuesday at 10:00, the registrar renames "History" to "World History"
      Then on Tuesday at 22:00, Otus shows no class named "World History"
      When the night passes
      Then Otus shows no class named "History"
      And Otus shows a class named "World History"
      And last night's sync renamed the class "World History", because "Clever has it"
      And the main teacher of "World History" in Otus is "Idris Roy"
      And "Leo Park" is in "World History" in Otus, coming from Clever

    Scenario: Renamed and named back before the night, nothing happens
      Given on Tuesday at 10:00, the registrar renames "History" to "World History"
      When on Tuesday at 11:00, the registrar renames "World History" to "History"
      And the night passes
      Then last night's sync changed nothing

    Scenario: People added by hand are judged as ever, whatever the name
      Given "Idris Roy" adds "Hope Daniels" to "History" in Otus
      When the registrar renames "History" to "World History"
      And the night passes
      Then "Hope Daniels" is not in "World History" in Otus

  @Q37 @O43 @O44 @documented
  Rule: Work is hidden while its student is out of the class, never deleted

    Scenario: Taken out by the teacher, the work is out of sight at once and back with the student
      Given "Ana Ruiz" hands in "Cells" in "Biology" in Otus
      When on Tuesday at 10:00, "Wen Chen" removes "Ana Ruiz" from "Biology" in Otus
      Then Otus does not show the work "Cells" of "Ana Ruiz" in "Biology"
      When the night passes
      Then Otus shows the work "Cells" of "Ana Ruiz" in "Biology"

    Scenario: What a hand-added student handed in by day is there again after the registrar's enrollment
      Given on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And "Leo Park" hands in "Linear functions" in "Algebra 1 (Ito, period 3)" in Otus
      And the night passes
      And Otus does not show the work "Linear functions" of "Leo Park" in "Algebra 1 (Ito, period 3)"
      When the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the night passes
      Then Otus shows the work "Linear functions" of "Leo Park" in "Algebra 1 (Ito, period 3)"

    Scenario: Moved to another class, the student leaves the work of the old one behind
      Given "Ana Ruiz" hands in "Linear functions" in "Algebra 1 (Ito, period 3)" in Otus
      When on Tuesday at 10:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And the registrar enrolls "Ana Ruiz" in "Geometry"
      And the night passes
      Then "Ana Ruiz" is in "Geometry" in Otus, coming from Clever
      And Otus does not show the work "Linear functions" of "Ana Ruiz" in "Algebra 1 (Ito, period 3)"
      And Otus does not show the work "Linear functions" of "Ana Ruiz" in "Geometry"
