Feature: Missing students
  Otus article 5112064, "Missing Students".

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And "Iris Hale", with the email "iris.hale@lincoln.example", is known to neither the SIS nor Clever

  @S22 @documented
  Rule: The checks go in their order, and the first that fails names the cause

    Scenario: A new student passes one check after the other on the way into the class
      Given "Iris Hale" is missing from "Biology", because "the student is not in the SIS"
      When on Monday at 10:00, the registrar adds the student "Iris Hale" with the email "iris.hale@lincoln.example" at "Lincoln High School"
      Then "Iris Hale" is missing from "Biology", because "the student is not in the class in the SIS"
      When the registrar enrolls "Iris Hale" in "Biology"
      Then "Iris Hale" is missing from "Biology", because "the student is not in the class in Clever yet"
      When 15 minutes pass
      Then "Iris Hale" is missing from "Biology", because "no successful sync has run since"
      When the night passes
      Then "Iris Hale" is in "Biology" in Otus

    Scenario: What fails first is the cause, even where a later check would pass
      Given on Monday at 10:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      When "Hana Ito" removes "Ana Ruiz" from "Algebra 1 (Ito, period 3)" in Otus
      Then "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Clever
      And "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in the SIS"

  @S23 @documented
  Rule: Check 1 asks whether the SIS has the student

    Scenario: A student whom the SIS does not have is to be added there
      Then "Iris Hale" is missing from "Biology", because "the student is not in the SIS"
      And the remedy for "Iris Hale" missing from "Biology" is "add the student to the SIS"

    Scenario: Yesterday's student, added by hand, turns out not to be in the SIS
      Given on Monday at 10:00, "Wen Chen" adds "Iris Hale" to "Biology" in Otus
      When the night passes
      Then "Iris Hale" is missing from "Biology", because "the student is not in the SIS"

    Scenario: A student who has left the SIS goes from the class and is missing for that reason
      When on Monday at 10:00, the registrar removes "Ana Ruiz" from the SIS
      And the night passes
      Then "Ana Ruiz" is missing from "Biology", because "the student is not in the SIS"

    Scenario: Taken back into the SIS, the student still has to be enrolled in the class again
      Given on Monday at 10:00, the registrar removes "Ana Ruiz" from the SIS
      And the night passes
      When the registrar takes "Ana Ruiz" back into the SIS
      Then "Ana Ruiz" is missing from "Biology", because "the student is not in the class in the SIS"
      When the registrar enrolls "Ana Ruiz" in "Biology"
      And the night passes
      Then "Ana Ruiz" is in "Biology" in Otus

  @S24 @documented
  Rule: Check 2 asks whether the SIS has the student in that class

    Scenario: A student whom the SIS has in other classes is to be enrolled in this one
      Given "Leo Park" is in "Biology" in the SIS
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in the SIS
      Then "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in the SIS"
      And the remedy for "Leo Park" missing from "Algebra 1 (Ito, period 3)" is "enroll the student in the SIS"

    Scenario: Dropped by the registrar yesterday, the student is missing today
      Given on Monday at 10:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      When the night passes
      Then "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in the SIS"

  @S25 @documented
  Rule: Check 3 asks whether Clever has the student in that class yet

    Scenario: Five minutes after the enrollment, the way from SIS to Clever is what is lacking
      When on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Monday at 10:05, "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in Clever yet"
      And the remedy for "Leo Park" missing from "Algebra 1 (Ito, period 3)" is "wait for the sync between SIS and Clever, or run it"

    Scenario: Fifteen minutes after the enrollment it is lacking no more
      When on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Monday at 10:15, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
      And "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"

    Scenario: Good nights do not help as long as Clever does not have the enrollment
      Given SIS changes take 72 hours to reach Clever
      When on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And 2 nights pass
      Then last night's sync succeeded
      And "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in Clever yet"

  @S26 @documented
  Rule: Check 4 asks for a sync from Clever to Otus that went well

    Scenario: In Clever since this morning, the student waits for the night
      Given on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When 2 hours pass
      Then "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"
      And the remedy for "Leo Park" missing from "Algebra 1 (Ito, period 3)" is "wait for the nightly sync"

    Scenario: A sync that failed is no answer to the check
      Given on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When tonight's sync fails
      And the night passes
      Then "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"
      And the remedy for "Leo Park" missing from "Algebra 1 (Ito, period 3)" is "wait for the nightly sync"

  @Q25 @convention
  Rule: The sync that counts is one since the enrollment reached Clever
    "At least one" could mean ever. Then every fresh enrollment would be sent to support on the spot.

    Scenario: The good syncs of the days before say nothing about an enrollment of today
      Given 3 nights pass
      And last night's sync succeeded
      When on Thursday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Thursday at 11:00, "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"

    Scenario: A sync before the enrollment reached Clever does not count, however short the time between
      Given on Tuesday at 03:50, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When the nightly sync runs
      Then on Tuesday at 04:05, "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"

    Scenario: A sync at the very instant at which the record reached Clever does count
      When on Tuesday at 03:45, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      And the nightly sync runs
      Then "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "the student's ID probably needs adjusting by Otus"

  @Q24 @inferred
  Rule: The checks are made class by class, and whatever keeps a student out of sight in Clever is check 3
    The article says "that class(es)", and names only the sync that may be lacking. A hold does the same; so does the
    sharing, but there no waiting helps, so that it has a remedy of its own.

    Scenario: One student may be missing from two classes for two reasons
      When on Monday at 10:00, the registrar enrolls "Leo Park" in "Spanish 2"
      Then on Monday at 11:00, "Leo Park" is missing from "Spanish 2", because "no successful sync has run since"
      And "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in the SIS"
      And "Leo Park" is in "Biology" in Otus

    Scenario: An enrollment that is held on its way is not in Clever yet
      Given SIS changes of "enrollments" are held
      And on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When 2 nights pass
      Then "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in Clever yet"
      When the held SIS changes are released
      Then "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"

    Scenario: A class that the district does not share with Otus is out of sight for Otus all the same
      Given the district shares the schools "Lincoln Middle School" with Otus
      When the night passes
      Then "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Clever
      And "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "Clever has the student in the class and does not share it with Otus"
      And the remedy for "Ana Ruiz" missing from "Algebra 1 (Ito, period 3)" is "share the class and the student with Otus in Clever"

    @Q40
    Scenario: So is a student of a school that is not shared, in a class that is
      Given the district shares the schools "Lincoln High School" with Otus
      When on Monday at 10:00, the registrar enrolls "Paige Turner" in "Spanish 2"
      And the night passes
      Then last night's sync skipped "Paige Turner", because "Clever does not share the record"
      And "Paige Turner" is missing from "Spanish 2", because "Clever has the student in the class and does not share it with Otus"
      And "Ana Ruiz" is in "Spanish 2" in Otus

  @S27 @documented
  Rule: With four times yes, Otus probably has to adjust the student's ID

    Scenario: In the SIS, in Clever, synced, and still not in the class
      Given on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      When the night passes
      Then "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in the SIS
      And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Clever
      And last night's sync succeeded
      And "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "the student's ID probably needs adjusting by Otus"
      And the remedy for "Ana Ruiz" missing from "Algebra 1 (Ito, period 3)" is "ask in the Otus chat, with the student's name and email"

    Scenario: Waiting for more nights does not help
      Given on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      When 4 nights pass
      Then "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "the student's ID probably needs adjusting by Otus"

  @S28 @S29 @documented
  Rule: The case is reported in the Otus chat, with the student's name and email

    Scenario: Name and email are all that support needs
      Given on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      And the night passes
      When "Hana Ito" reports "Ana Ruiz" missing in the Otus chat, giving the "name" and "email"
      Then Otus support takes up the case of "Ana Ruiz"

  @S29 @Q26 @convention
  Rule: Support asks for whichever of the two a message lacks
    The article asks for both and does not say what happens otherwise.

    Scenario: Without the email, support asks for it
      When "Hana Ito" reports "Ana Ruiz" missing in the Otus chat, giving the "name"
      Then Otus support asks for the "email" of "Ana Ruiz"

    Scenario: Without the name, support asks for it, for namesakes are not told apart by guessing
      When "Mia Kay" reports "Noah Kim (grade 7)" missing in the Otus chat, giving the "email"
      Then Otus support asks for the "name" of "Noah Kim (grade 7)"

    Scenario: A second message may give what the first one lacked
      Given "Hana Ito" reports "Ana Ruiz" missing in the Otus chat, giving the "name"
      When "Hana Ito" reports "Ana Ruiz" missing in the Otus chat, giving the "email"
      Then Otus support takes up the case of "Ana Ruiz"

  @Q38 @inferred
  Rule: A corrected SIS id makes a new record in Clever, and its email keeps it from having an account
    Clever gives a changed SIS id a new Clever id. That is how four times yes and a wrong ID come together.

    Scenario: The night takes the student out of every class and names her in its report
      When on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      And the night passes
      Then last night's sync took "Ana Ruiz" out of "Algebra 1 (Ito, period 3)", because "Clever's roster no longer has the student"
      And last night's sync took "Ana Ruiz" out of "Biology", because "Clever's roster no longer has the student"
      And last night's sync skipped "Ana Ruiz", because "another account has the email, so the student's ID needs adjusting by Otus"
      And "Ana Ruiz" has an account in Otus

    Scenario: A second student with the email of the first is kept out, and does not put out the first
      Given on Monday at 10:00, the registrar adds the student "Iris Hale" with the email "ana.ruiz@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      When the night passes
      Then last night's sync skipped "Iris Hale", because "another account has the email, so the student's ID needs adjusting by Otus"
      And "Ana Ruiz" is in "Biology" in Otus
      And "Iris Hale" is missing from "Biology", because "the student's ID probably needs adjusting by Otus"

    Scenario: With an email of her own in the SIS the second student comes in, and support is not needed
      Given on Monday at 10:00, the registrar adds the student "Iris Hale" with the email "ana.ruiz@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      And the night passes
      When the registrar changes the email of "Iris Hale" to "iris.hale@lincoln.example"
      And the night passes
      Then "Iris Hale" is in "Biology" in Otus
      And "Ana Ruiz" is in "Biology" in Otus

  @Q26 @convention
  Rule: Once Otus has adjusted the ID, the next good sync brings the student back
    The article ends with the message to Otus. That the roster then comes with the night is the simulator's choice.

    Scenario: Not at once, but the next morning, into every class
      Given on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      And the night passes
      When on Tuesday at 11:00, Otus support adjusts the ID of "Ana Ruiz"
      Then on Tuesday at 22:00, "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Wednesday at 08:00, "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      And "Ana Ruiz" is in "Biology" in Otus, coming from Clever

    Scenario: She comes back to the work that she had handed in
      Given "Ana Ruiz" hands in "Linear functions" in "Algebra 1 (Ito, period 3)" in Otus
      And on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      And the night passes
      And Otus does not show the work "Linear functions" of "Ana Ruiz" in "Algebra 1 (Ito, period 3)"
      When Otus support adjusts the ID of "Ana Ruiz"
      And the night passes
      Then Otus shows the work "Linear functions" of "Ana Ruiz" in "Algebra 1 (Ito, period 3)"

  @S30 @documented
  Rule: Somebody added by hand to a class from Clever has a place in it for one day

    Scenario: There until the evening, not there the next morning
      When on Monday at 10:00, "Wen Chen" adds "Iris Hale" to "Biology" in Otus
      Then on Monday at 22:00, "Iris Hale" is in "Biology" in Otus
      And on Tuesday at 08:00, "Iris Hale" is not in "Biology" in Otus
      And last night's sync took "Iris Hale" out of "Biology", because "Clever's roster does not have the student"

  @S31 @documented
  Rule: Each night leaves a class from Clever with exactly the students whom Clever's roster has

    Scenario: Three too many go, those on the roster stay
      Given on Monday at 10:00, "José Núñez" adds "Leo Park", "Kenji Mori" and "Iris Hale" to "Spanish 2" in Otus
      When the night passes
      Then the students of "Spanish 2" in Otus are "Ana Ruiz", "Ben Adler", "Dev Patel", "Gus Larsen", "Ismael Ortiz", "Nora Quinn", "Tomás Vega" and "Zoë Laurent"

    Scenario: The other classes of the same student are not touched
      Given on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When the night passes
      Then "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "Leo Park" is in "Biology" in Otus, coming from Clever
      And "Leo Park" is in "English 9" in Otus, coming from Clever

    Scenario: Whom Clever's roster lets go leaves the class, though nobody touched it in Otus
      When on Monday at 10:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And the night passes
      Then "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And last night's sync took "Ana Ruiz" out of "Algebra 1 (Ito, period 3)", because "Clever's roster no longer has the student"
      And "Ana Ruiz" is in "Biology" in Otus, coming from Clever

  @Q37 @O44 @documented
  Rule: Who leaves a class keeps the account, and finds the work again on coming back

    Scenario: The work is out of sight while the student is out of the class
      Given "Ana Ruiz" hands in "Linear functions" in "Algebra 1 (Ito, period 3)" in Otus
      When on Monday at 10:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And the night passes
      Then Otus does not show the work "Linear functions" of "Ana Ruiz" in "Algebra 1 (Ito, period 3)"
      And "Ana Ruiz" has an account in Otus

    Scenario: Enrolled again, the student has it back
      Given "Ana Ruiz" hands in "Linear functions" in "Algebra 1 (Ito, period 3)" in Otus
      And on Monday at 10:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And the night passes
      When the registrar enrolls "Ana Ruiz" in "Algebra 1 (Ito, period 3)"
      And the night passes
      Then Otus shows the work "Linear functions" of "Ana Ruiz" in "Algebra 1 (Ito, period 3)"
