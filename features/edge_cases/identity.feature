Feature: Whose account a record in Clever is
  The article only says that a student's ID may have to be adjusted by Otus. Here is when, and when not.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @Q38 @inferred
  Rule: An account made by hand is taken over by the record with its email, and keeps what it had
    Hand-adding in Otus goes by email (O16, O37), so the email is all that can tie such an account to a record. Without
    the tie there would be two accounts with one email.

    Scenario: Capitals and blanks make no other email
      Given "Iris Hale", with the email "iris.hale@lincoln.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Iris Hale" to "Biology" in Otus
      When the registrar adds the student "Iris Hale" with the email " Iris.Hale@Lincoln.Example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      And the night passes
      Then last night's sync kept "Iris Hale" in "Biology", because "Clever's roster has the student by now"
      And last night's sync changed the account of "Iris Hale", because "an account made by hand has the email of the record in Clever"

    Scenario: The place in a class made by hand stays, beside the new one
      Given the district turns manual rostering on in Otus
      And "Iris Hale", with the email "iris.hale@lincoln.example", is known to neither the SIS nor Clever
      And "Wen Chen" makes the class "Science club" in Otus
      And "Wen Chen" adds "Iris Hale" to "Science club" in Otus
      When the registrar adds the student "Iris Hale" with the email "iris.hale@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      And the night passes
      Then "Iris Hale" is in "Science club" in Otus, added by hand
      And "Iris Hale" is in "Biology" in Otus, coming from Clever

    Scenario: The account takes the name that the SIS gives
      Given "Iris Hale", with the email "iris.hale@lincoln.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Iris Hale" to "Biology" in Otus
      When the registrar adds the student "Iris Hale-Reed" with the email "iris.hale@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale-Reed" in "Biology"
      And the night passes
      Then last night's sync changed the account of "Iris Hale-Reed", because "an account made by hand has the email of the record in Clever"
      And "Iris Hale-Reed" is in "Biology" in Otus

    Scenario: From then on the account follows the SIS, whatever becomes of the email
      Given "Iris Hale", with the email "iris.hale@lincoln.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Iris Hale" to "Biology" in Otus
      And the registrar adds the student "Iris Hale-Reed" with the email "iris.hale@lincoln.example" at "Lincoln High School"
      And the night passes
      When the registrar changes the email of "Iris Hale-Reed" to "iris@lincoln.example"
      And the night passes
      Then the email of "Iris Hale-Reed" in Otus is "iris@lincoln.example"
      And last night's sync changed the account of "Iris Hale-Reed", because "Clever has another name or email"

  @Q38 @S27 @inferred
  Rule: A record finds no account where its email belongs to an account of another kind
    A student's record cannot make a student of a teacher's account, and a second account with the same email could
    not be signed in to. So the record waits for support, like any whose email is taken.

    Scenario: A student with the email of an aide is left out, and the aide stays
      Given "Pat Moss", with the email "moss@lincoln.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      When the registrar adds the student "Iris Hale" with the email "moss@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      And the night passes
      Then last night's sync skipped "Iris Hale", because "another account has the email, so the student's ID needs adjusting by Otus"
      And the co-teachers of "Biology" in Otus are "Pat Moss"

    Scenario: With an email of her own in the SIS she comes in with the next night
      Given "Pat Moss", with the email "moss@lincoln.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And the registrar adds the student "Iris Hale" with the email "moss@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Iris Hale" in "Biology"
      And the night passes
      When the registrar changes the email of "Iris Hale" to "iris.hale@lincoln.example"
      And the night passes
      Then "Iris Hale" is in "Biology" in Otus, coming from Clever

    Scenario: Once the aide has given the email up she has an account with the next night, in no class yet
      Given "Pat Moss", with the email "moss@lincoln.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And the registrar adds the student "Iris Hale" with the email "moss@lincoln.example" at "Lincoln High School"
      And the night passes
      And last night's sync skipped "Iris Hale", because "another account has the email, so the student's ID needs adjusting by Otus"
      When an admin changes the email of "Pat Moss" to "pat.moss@home.example" in Otus
      And the night passes
      Then "Iris Hale" has an account in Otus, coming from Clever

  @Q26 @Q38 @convention
  Rule: An account that support ties to another record is that one's alone, and the former record gets one of its own
    The article has Otus adjust an ID and does not say what becomes of a record that had the account before. It is one
    more record in Clever without an account, and such a record is given one (S04).

    Scenario: The newcomer with the same email is given the account, and its former owner another
      Given the registrar adds the student "Anabel Ruiz" with the email "ana.ruiz@lincoln.example" at "Lincoln High School"
      And the registrar enrolls "Anabel Ruiz" in "Geometry"
      And the night passes
      And the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      When Otus support adjusts the ID of "Anabel Ruiz"
      And the night passes
      Then "Anabel Ruiz" is in "Geometry" in Otus, coming from Clever
      And "Anabel Ruiz" is not in "Biology" in Otus
      And last night's sync made an account for "Ana Ruiz", because "Clever has it"
      And "Ana Ruiz" is in "Biology" in Otus, coming from Clever

  @C33 @Q38 @inferred
  Rule: A record with a new SIS id is somebody new to Clever, and to Otus if the email is new as well
    Clever gives a changed SIS id a new Clever id and asks applications to take it for a new user (C33). With the old
    email Otus cannot, for an account has it; with a new one nothing is in the way.

    Scenario: New id and old email: left out until support adjusts the ID, and then the same account
      Given "Ana Ruiz" hands in "Cells" in "Biology" in Otus
      And on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      And the night passes
      And "Ana Ruiz" is not in "Biology" in Otus
      And last night's sync skipped "Ana Ruiz", because "another account has the email, so the student's ID needs adjusting by Otus"
      When on Tuesday at 10:00, Otus support adjusts the ID of "Ana Ruiz"
      And the night passes
      Then "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And Otus shows the work "Cells" of "Ana Ruiz" in "Biology"

    Scenario: New id and new email: a new account, in the classes the next morning, without the old work
      Given "Ana Ruiz" hands in "Cells" in "Biology" in Otus
      When on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"
      And the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      And the night passes
      Then last night's sync made an account for "Ana Ruiz", because "Clever has it"
      And "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And Otus does not show the work "Cells" of "Ana Ruiz" in "Biology"

    Scenario: A teacher's new id leaves the classes without a main teacher until support adjusts it
      Given on Monday at 10:00, the registrar corrects the SIS id of "Hana Ito" to "T-900"
      When the night passes
      Then "Geometry" has no main teacher in Otus
      And last night's sync skipped "Hana Ito", because "another account has the email, so the student's ID needs adjusting by Otus"
      When on Tuesday at 10:00, Otus support adjusts the ID of "Hana Ito"
      And the night passes
      Then the main teacher of "Geometry" in Otus is "Hana Ito"

    Scenario: Back after less than 300 days, a student is the same person, with the work of old
      Given "Ana Ruiz" hands in "Cells" in "Biology" in Otus
      And on Monday at 10:00, the registrar removes "Ana Ruiz" from the SIS
      And 299 nights pass
      When the registrar takes "Ana Ruiz" back into the SIS
      And the registrar enrolls "Ana Ruiz" in "Biology"
      And the night passes
      Then "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And Otus shows the work "Cells" of "Ana Ruiz" in "Biology"

    Scenario: Back after 300 days, a student is somebody new whose email is taken
      Given on Monday at 10:00, the registrar removes "Ana Ruiz" from the SIS
      And 301 nights pass
      When the registrar takes "Ana Ruiz" back into the SIS
      And the registrar enrolls "Ana Ruiz" in "Biology"
      And the night passes
      Then "Ana Ruiz" is not in "Biology" in Otus
      And last night's sync skipped "Ana Ruiz", because "another account has the email, so the student's ID needs adjusting by Otus"

  @E21 @inferred
  Rule: Whoever has been tied stays tied, however the email changes
    Clever asks applications to go by the Clever id, since emails change and may be missing (C32).

    Scenario: Two students whose emails were mixed up get each other's, and keep their own accounts
      Given "Ana Ruiz" hands in "Cells" in "Biology" in Otus
      When the registrar changes the email of "Ana Ruiz" to "leo.park@lincoln.example"
      And the registrar changes the email of "Leo Park" to "ana.ruiz@lincoln.example"
      And the night passes
      Then the email of "Ana Ruiz" in Otus is "leo.park@lincoln.example"
      And the email of "Leo Park" in Otus is "ana.ruiz@lincoln.example"
      And Otus shows the work "Cells" of "Ana Ruiz" in "Biology"

    Scenario: An email that is freed in the same night may go to somebody new
      Given the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      And the registrar adds the student "Anabel Ruiz" with the email "ana.ruiz@lincoln.example" at "Lincoln High School"
      When the registrar enrolls "Anabel Ruiz" in "Biology"
      And the night passes
      Then "Anabel Ruiz" is in "Biology" in Otus, coming from Clever
      And the email of "Anabel Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And "Ana Ruiz" is in "Biology" in Otus

    Scenario: An email that somebody tied gets in the same night is not free for somebody new
      Given the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      When the registrar adds the student "Anabel Ruiz" with the email "ana@lincoln.example" at "Lincoln High School"
      And the night passes
      Then the email of "Ana Ruiz" in Otus is "ana@lincoln.example"
      And last night's sync skipped "Anabel Ruiz", because "another account has the email, so the student's ID needs adjusting by Otus"

    Scenario: A corrected name is the same account too
      Given "Ana Ruiz" hands in "Cells" in "Biology" in Otus
      When the registrar corrects the name of "Ana Ruiz" to "Ana Ruiz Vega"
      And the night passes
      Then last night's sync changed the account of "Ana Ruiz Vega", because "Clever has another name or email"
      And Otus shows the work "Cells" of "Ana Ruiz Vega" in "Biology"

  @Q39 @convention
  Rule: A student without an email is in the classes, and cannot sign in
    The article asks for no email before a student comes over; another Otus page does (O12). What Clever has is shown
    (S04), and only signing in needs the email.

    Scenario: Ivy has no email, and her teacher sees her
      Then "Ivy Bell" is in "Math 6" in Otus, coming from Clever
      When "Ivy Bell" tries to sign in to Otus with "a password"
      Then it is refused, because "the account has no email"

    Scenario: Taken into a class without an email, she signs in once she has one
      Given the registrar removes "Ivy Bell" from the SIS
      And the night passes
      And "Ivy Bell" is not in "Science 6" in Otus
      When the registrar takes "Ivy Bell" back into the SIS
      And the registrar enrolls "Ivy Bell" in "Science 6"
      And the night passes
      Then "Ivy Bell" is in "Science 6" in Otus
      When the registrar changes the email of "Ivy Bell" to "ivy.bell@lincoln.example"
      And the night passes
      Then "Ivy Bell" signs in to Otus with the email "ivy.bell@lincoln.example"

  @Q18 @convention
  Rule: An admin account stays an admin's when the same person's teaching ends
    Admin accounts are made by hand and are not the sync's (S05, S06). A sync that took one away because a teacher's
    record ended would lock the district out of its own Otus.

    Scenario: The assistant principal gives up Civics and leaves the teachers' records
      Given an admin makes an admin account for "Tess Monroe" in Otus
      And the registrar makes "Mia Kay" primary teacher of "Civics"
      When the registrar removes "Tess Monroe (teacher)" from the SIS
      And 2 nights pass
      Then "Tess Monroe" has an admin account in Otus
      And the main teacher of "Civics" in Otus is "Mia Kay"

  @Q38 @S52 @convention
  Rule: An account that is tied shows the email that Clever has, even where another account shows it too
    Emails in Clever are not unique (C32), and Otus mirrors them (O11). Only a record without an account is skipped for
    an email that is taken.

    Scenario: The registrar gives one student the email of another by mistake
      When the registrar changes the email of "Leo Park" to "ana.ruiz@lincoln.example"
      And the night passes
      Then the email of "Leo Park" in Otus is "ana.ruiz@lincoln.example"
      And the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And "Leo Park" is in "Biology" in Otus
      And "Ana Ruiz" is in "Biology" in Otus
