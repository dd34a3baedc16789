Feature: Accounts of admins, teachers and students
  Otus article 5112064, "Admin vs. Teacher vs. Student Accounts".

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @S05 @documented
  Rule: No sync makes an admin account, whatever Clever knows of the person

    Scenario: The principal is in Clever and has no account in Otus
      Given Clever has "Ruth Abara"
      When the night passes
      Then last night's sync succeeded
      And "Ruth Abara" has no account in Otus

    Scenario: The district's own admin has none either
      Given Clever has "Dana Whitfield"
      When the night passes
      Then "Dana Whitfield" has no account in Otus

    Scenario: An administrator who is new in the SIS waits for one in vain
      When on Monday at 10:00, the registrar adds the administrator "Carmen Vale" with the email "carmen.vale@lincoln.example" at "Lincoln High School"
      And 7 nights pass
      Then Clever has "Carmen Vale"
      And "Carmen Vale" has no account in Otus

  @S06 @documented
  Rule: An admin account is made by hand in Otus, at once and for good

    Scenario: The principal can sign in the minute the account is made
      Given on Tuesday at 10:00, "Ruth Abara" tries to sign in to Otus with "a password"
      And it is refused, because "no account in Otus has that email"
      When an admin makes an admin account for "Ruth Abara" in Otus
      And "Ruth Abara" signs in to Otus with "a password"
      Then "Ruth Abara" has an admin account in Otus

    Scenario: The nights that follow leave it alone
      Given an admin makes an admin account for "Ruth Abara" in Otus
      When the night passes
      Then last night's sync changed nothing
      When 6 nights pass
      Then "Ruth Abara" has an admin account in Otus

  @Q17 @S05 @inferred
  Rule: An administrator who also teaches gets a teacher's account and nothing more
    Admin accounts do not come through Clever, and a teacher's record does: somebody with both has the one account.

    Scenario: The assistant principal who teaches Civics is a teacher in Otus
      Given the main teacher of "Civics" in Otus is "Tess Monroe"
      When 2 nights pass
      Then "Tess Monroe" has an account in Otus
      And "Tess Monroe" has no admin account in Otus

    Scenario: A principal who takes over a class has it as its teacher
      Given on Monday at 09:00, the registrar adds the teacher "Ruth Abara" with the email "ruth.abara@lincoln.example" at "Lincoln High School"
      When the registrar makes "Ruth Abara (teacher)" primary teacher of "History"
      And the night passes
      Then the main teacher of "History" in Otus is "Ruth Abara (teacher)"
      And "Ruth Abara (teacher)" has no admin account in Otus

  @Q18 @convention
  Rule: An admin account with the email of a teacher in Clever stays an admin's, and has the class
    Otus advises a second account with another email. No page says what the sync does where nobody followed it.

    Scenario: Made an admin by hand, the assistant principal keeps both her rights and her class
      When an admin makes an admin account for "Tess Monroe" in Otus
      And 2 nights pass
      Then "Tess Monroe" has an admin account in Otus
      And the main teacher of "Civics" in Otus is "Tess Monroe"

    Scenario: The record of a teacher finds the admin account that was there before it
      Given an admin makes an admin account for "Ruth Abara" in Otus
      And on Monday at 09:00, the registrar adds the teacher "Ruth Abara" with the email "ruth.abara@lincoln.example" at "Lincoln High School"
      When the registrar makes "Ruth Abara (teacher)" primary teacher of "History"
      And the night passes
      Then the main teacher of "History" in Otus is "Ruth Abara (teacher)"
      And "Ruth Abara (teacher)" has an admin account in Otus
      And last night's sync changed the account of "Ruth Abara (teacher)", because "an account made by hand has the email of the record in Clever"

  @S07 @documented
  Rule: The email of a teacher is set in the SIS, and Otus shows what the SIS says

    Scenario: A new teacher arrives with the email that the SIS gave
      When on Monday at 10:00, the registrar adds the teacher "Lena Fox" with the email "lena.fox@lincoln.example" at "Lincoln High School"
      And the registrar makes "Lena Fox" co-teacher of "Biology"
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Lena Fox"
      And the email of "Lena Fox" in Otus is "lena.fox@lincoln.example"

    Scenario: A change in the SIS shows the next morning
      When on Monday at 10:00, the registrar changes the email of "Wen Chen" to "w.chen@lincoln.example"
      Then on Monday at 22:00, the email of "Wen Chen" in Otus is "wen.chen@lincoln.example"
      And on Tuesday at 08:00, the email of "Wen Chen" in Otus is "w.chen@lincoln.example"
      And last night's sync changed the account of "Wen Chen", because "Clever has another name or email"
      And the main teacher of "Biology" in Otus is "Wen Chen"

  @S08 @documented
  Rule: The email of a student is set in the SIS, and Otus shows what the SIS says

    Scenario: A new student arrives with the email from the SIS
      When on Monday at 10:00, the registrar adds the student "Iris Hale" with the email "iris.hale@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      And the night passes
      Then "Iris Hale" is in "Biology" in Otus
      And the email of "Iris Hale" in Otus is "iris.hale@lincoln.example"
      And "Iris Hale" has an account in Otus, coming from Clever

    Scenario: A change in the SIS shows the next morning, and the student keeps the same classes
      When on Monday at 10:00, the registrar changes the email of "Ana Ruiz" to "a.ruiz@lincoln.example"
      Then on Monday at 22:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And on Tuesday at 08:00, the email of "Ana Ruiz" in Otus is "a.ruiz@lincoln.example"
      And last night's sync changed the account of "Ana Ruiz", because "Clever has another name or email"
      And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus

  @S09 @documented
  Rule: A student comes into a class by being enrolled in the SIS, and stays

    Scenario: Enrolled by day, in the class the next morning and ever after
      When on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Monday at 22:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Tuesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      And last night's sync brought "Leo Park" into "Algebra 1 (Ito, period 3)", because "Clever's roster has the student"
      When 7 nights pass
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever

    Scenario: One of two namesakes is enrolled, and only he comes
      When on Monday at 10:00, the registrar enrolls "Noah Kim (grade 7)" in "Spanish 1"
      And the night passes
      Then "Noah Kim (grade 7)" is in "Spanish 1" in Otus
      And "Noah Kim (grade 9)" is not in "Spanish 1" in Otus

  @S10 @documented
  Rule: A student added by hand to a class from Clever is in it at once

    Scenario: The teacher sees the student without waiting for a sync
      When on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then on Monday at 10:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand

    Scenario: What is done in Otus does not reach Clever or the SIS
      When on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And 5 hours pass
      Then "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Clever
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in the SIS

  @S11 @documented
  Rule: The next sync takes such a student out again if Clever's roster does not have them

    Scenario: The student is gone as soon as the sync has run
      Given on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When the nightly sync runs
      Then on Tuesday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And last night's sync took "Leo Park" out of "Algebra 1 (Ito, period 3)", because "Clever's roster does not have the student"

    Scenario: Added again the next day, the student goes again
      Given on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And the night passes
      When "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And the night passes
      Then "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Enrolled in the SIS in the meantime, the student stays and comes from Clever from then on
      Given on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When on Monday at 15:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the night passes
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      And last night's sync kept "Leo Park" in "Algebra 1 (Ito, period 3)", because "Clever's roster has the student by now"

  @Q06 @inferred
  Rule: "Temporary" means until the next good sync, be it a minute or two days away
    The article says both "for the day" and "after a sync"; the sync is what removes, so the sync is what counts.

    Scenario: Added a minute before the sync, the student stays a minute
      When on Tuesday at 03:59, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And on Tuesday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Added a minute after the sync, the student stays until the next one
      When on Tuesday at 04:01, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then on Wednesday at 03:59, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And on Wednesday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: A night that fails gives the student another day
      Given on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When tonight's sync fails
      Then on Tuesday at 22:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand
      And on Wednesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @Q07 @inferred
  Rule: Added by hand and enrolled in the SIS as well, the student is in the class once
    The article says that such a student stays. That there is one entry, and a gap if it came late, follows.

    Scenario: The class lists the student once, not twice
      Given on Monday at 10:00, "José Núñez" adds "Leo Park" to "Spanish 2" in Otus
      And on Monday at 15:00, the registrar enrolls "Leo Park" in "Spanish 2"
      When the night passes
      Then the students of "Spanish 2" in Otus are "Ana Ruiz", "Ben Adler", "Dev Patel", "Gus Larsen", "Ismael Ortiz", "Leo Park", "Nora Quinn", "Tomás Vega" and "Zoë Laurent"

    Scenario: Enrolled too late for the sync, the student is away for one day
      Given on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When on Tuesday at 03:50, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Tuesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Wednesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever

  @Q08 @convention
  Rule: Adding by hand somebody whom Clever has in the class anyway changes nothing
    No page says so; the simulator keeps one entry, and Clever's.

    Scenario: She comes from Clever before and after, and the night has nothing to do
      When on Monday at 10:00, "Hana Ito" adds "Ana Ruiz" to "Algebra 1 (Ito, period 3)" in Otus
      Then "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      When the night passes
      Then last night's sync changed nothing

    Scenario: It does not keep her once Clever's roster lets her go
      Given on Monday at 10:00, "Hana Ito" adds "Ana Ruiz" to "Algebra 1 (Ito, period 3)" in Otus
      When on Monday at 11:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And the night passes
      Then last night's sync took "Ana Ruiz" out of "Algebra 1 (Ito, period 3)", because "Clever's roster no longer has the student"

  @Q22 @inferred
  Rule: A student can be added by hand to a class from Clever even with manual rostering off
    The article asks for the feature under practice classes only; other pages say that this may be unavailable.

    Scenario: The feature is off, and the student is in the class for the day all the same
      Given the district turns manual rostering off in Otus
      When on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand

    Scenario: The feature is on, and the student goes with the sync all the same
      Given the district turns manual rostering on in Otus
      And on Monday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When the night passes
      Then "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @O41 @documented
  Rule: A student whom Clever's roster has cannot be taken out in Otus for longer than a day

    Scenario: Taken out by hand in the morning, back the next
      When on Monday at 10:00, "Hana Ito" removes "Ana Ruiz" from "Algebra 1 (Ito, period 3)" in Otus
      Then on Monday at 22:00, "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Tuesday at 08:00, "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      And last night's sync brought "Ana Ruiz" into "Algebra 1 (Ito, period 3)", because "Clever's roster still has the student"

    Scenario: Dropped in the SIS, the student stays out
      Given on Monday at 10:00, "Hana Ito" removes "Ana Ruiz" from "Algebra 1 (Ito, period 3)" in Otus
      When the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And 3 nights pass
      Then "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus

  @O42 @documented
  Rule: A student is taken out of a class by its main teacher or by an admin, and by nobody else

    Scenario: A co-teacher is refused, and the student stays
      When "Bo Lind" tries to remove "Ben Adler" from "Chemistry" in Otus
      Then it is refused, because "Bo Lind is not its main teacher"
      And "Ben Adler" is in "Chemistry" in Otus

    Scenario: An admin may do it in any class
      Given an admin makes an admin account for "Ruth Abara" in Otus
      When "Ruth Abara" removes "Ben Adler" from "Chemistry" in Otus
      Then "Ben Adler" is not in "Chemistry" in Otus

  @Q38 @inferred
  Rule: An account that a teacher made by hand becomes the account of the record with its email
    Two accounts with one email could not both be signed in to.

    Scenario: The student who was in Otus before she was in the SIS keeps her account and her work
      Given "Iris Hale", with the email "iris.hale@lincoln.example", is known to neither the SIS nor Clever
      And on Monday at 10:00, "Wen Chen" adds "Iris Hale" to "Biology" in Otus
      And "Iris Hale" hands in "Leaf diary" in "Biology" in Otus
      When on Monday at 13:00, the registrar adds the student "Iris Hale" with the email "iris.hale@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      And the night passes
      Then last night's sync changed the account of "Iris Hale", because "an account made by hand has the email of the record in Clever"
      And last night's sync kept "Iris Hale" in "Biology", because "Clever's roster has the student by now"
      And Otus shows the work "Leaf diary" of "Iris Hale" in "Biology"
