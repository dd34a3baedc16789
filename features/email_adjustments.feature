Feature: Email adjustments
  Otus article 5112064, "Email Adjustments", and what "Admin vs. Teacher vs. Student Accounts" says of emails.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @S07 @S08 @S50 @documented
  Rule: The emails of teachers and students are created and changed in the SIS

    Scenario: A student's new email arrives in Otus the next morning
      When on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana@lincoln.example"
      And last night's sync changed the account of "Ana Ruiz", because "Clever has another name or email"

    Scenario: A teacher's new email does so too, and the classes stay theirs
      When on Tuesday at 16:00, the registrar changes the email of "Hana Ito" to "h.ito@lincoln.example"
      Then on Wednesday at 08:00, the email of "Hana Ito" in Otus is "h.ito@lincoln.example"
      And last night's sync changed the account of "Hana Ito", because "Clever has another name or email"
      And the main teacher of "Geometry" in Otus is "Hana Ito"

    Scenario: A student without an email gets a first one
      When on Tuesday at 16:00, the registrar changes the email of "Ivy Bell" to "ivy.bell@lincoln.example"
      And the night passes
      Then "Ivy Bell" signs in to Otus with the email "ivy.bell@lincoln.example"

    Scenario: A changed email changes nothing else
      Given on Monday at 12:00, "Ana Ruiz" hands in "Cells" in "Biology" in Otus
      When on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      And the night passes
      Then "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And Otus shows the work "Cells" of "Ana Ruiz" in "Biology"

  @S51 @Q02 @documented
  Rule: Clever has the new email after 15 minutes, or sooner

    Scenario: Changed at 16:00, it is certainly in Clever at 16:15
      When on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Tuesday at 16:15, the email of "Ana Ruiz" in Clever is "ana@lincoln.example"

    Scenario: Where the way is quick it is there after five minutes
      Given SIS changes of "emails" take 5 minutes to reach Clever
      When on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Tuesday at 16:05, the email of "Ana Ruiz" in Clever is "ana@lincoln.example"

  @Q02 @convention
  Rule: Until the 15 minutes are over Clever has the old email
    "Up to 15 minutes" leaves open when. The simulator takes the slowest case, so that nobody comes to rely on a
    quicker one.

    Scenario: A second before the 15 minutes are over it is still the old one
      When on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Tuesday at 16:14:59, the email of "Ana Ruiz" in Clever is "ana.ruiz@lincoln.example"
      And on Tuesday at 16:15, the email of "Ana Ruiz" in Clever is "ana@lincoln.example"

  @S52 @documented
  Rule: From Clever the new email takes an overnight sync to Otus, which has the old one until then

    Scenario: In Clever by the evening, in Otus by the morning
      Given on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Tuesday at 22:00, the email of "Ana Ruiz" in Clever is "ana@lincoln.example"
      And the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana@lincoln.example"

    Scenario: Until the sync she signs in with the old email, and from then on with the new one
      Given on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      And on Tuesday at 20:00, "Ana Ruiz" signs in to Otus with the email "ana.ruiz@lincoln.example"
      When "Ana Ruiz" tries to sign in to Otus with the email "ana@lincoln.example"
      Then it is refused, because "no account in Otus has that email"
      And on Wednesday at 08:00, "Ana Ruiz" signs in to Otus with the email "ana@lincoln.example"
      When "Ana Ruiz" tries to sign in to Otus with the email "ana.ruiz@lincoln.example"
      Then it is refused, because "no account in Otus has that email"

    Scenario: Changed ten minutes before the sync, it misses the night
      When on Wednesday at 03:50, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And on Thursday at 08:00, the email of "Ana Ruiz" in Otus is "ana@lincoln.example"

    Scenario: A night whose sync fails leaves the old one for another day
      Given on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      When tonight's sync fails
      Then on Wednesday at 22:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And on Thursday at 08:00, the email of "Ana Ruiz" in Otus is "ana@lincoln.example"

  @S53 @documented
  Rule: A student whom a wrong email locks out gets help from Otus at once

    Scenario: The registrar's correction helps tomorrow, Otus support helps now
      Given on Monday at 10:00, the registrar changes the email of "Ana Ruiz" to "anna.ruiz@lincoln.example"
      And the night passes
      When on Tuesday at 09:00, the registrar changes the email of "Ana Ruiz" to "ana.ruiz@lincoln.example"
      And on Tuesday at 10:00, "Ana Ruiz" tries to sign in to Otus with the email "ana.ruiz@lincoln.example"
      Then it is refused, because "no account in Otus has that email"
      When Otus support corrects the email of "Ana Ruiz" to "ana.ruiz@lincoln.example"
      Then on Tuesday at 10:00, "Ana Ruiz" signs in to Otus with the email "ana.ruiz@lincoln.example"
      And on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"

  @Q21 @inferred
  Rule: What support has corrected is undone by the night unless the SIS is corrected too
    Emails come from the SIS (S50), and the sync lets Otus show what Clever has (S04). A correction made only in Otus
    therefore lasts until the next successful sync.

    Scenario: With the wrong email still in the SIS, the student is locked out again the next morning
      Given on Monday at 10:00, the registrar changes the email of "Ana Ruiz" to "anna.ruiz@lincoln.example"
      And the night passes
      When on Tuesday at 10:00, Otus support corrects the email of "Ana Ruiz" to "ana.ruiz@lincoln.example"
      Then on Tuesday at 22:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "anna.ruiz@lincoln.example"
      And last night's sync changed the account of "Ana Ruiz", because "what was changed in Otus gives way to what Clever has"

    Scenario: A night whose sync fails leaves support's correction in place
      Given on Monday at 10:00, the registrar changes the email of "Ana Ruiz" to "anna.ruiz@lincoln.example"
      And the night passes
      And on Tuesday at 10:00, Otus support corrects the email of "Ana Ruiz" to "ana.ruiz@lincoln.example"
      When tonight's sync fails
      Then on Wednesday at 22:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And on Thursday at 08:00, the email of "Ana Ruiz" in Otus is "anna.ruiz@lincoln.example"

  @Q19 @inferred
  Rule: An email edited in Otus gives way to Clever's with the next successful sync
    The article has emails managed in the SIS, and the sync lets Otus show what came from there; another Otus page
    says that Otus mirrors the SIS (O11).

    Scenario: An admin's edit lasts for the day
      When on Tuesday at 10:00, an admin changes the email of "Ana Ruiz" to "ana@home.example" in Otus
      Then on Tuesday at 22:00, the email of "Ana Ruiz" in Otus is "ana@home.example"
      And on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And last night's sync changed the account of "Ana Ruiz", because "what was changed in Otus gives way to what Clever has"

    Scenario: Edited in Otus and changed in the SIS, the account shows the SIS's email
      Given on Tuesday at 10:00, an admin changes the email of "Ana Ruiz" to "ana@home.example" in Otus
      When on Tuesday at 11:00, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana@lincoln.example"

    Scenario: Nothing that is edited in Otus reaches Clever
      When on Tuesday at 10:00, an admin changes the email of "Ana Ruiz" to "ana@home.example" in Otus
      Then on Tuesday at 22:00, the email of "Ana Ruiz" in Clever is "ana.ruiz@lincoln.example"

  @Q20 @inferred
  Rule: Of several changes each travels for itself, and the night sees only the last that has arrived
    Each change takes its own 15 minutes (S51), and a night takes over what Clever has at that moment (S04), so what
    came and went between two nights leaves no trace in Otus.

    Scenario: Clever shows both corrections one after the other, Otus only the second
      When on Tuesday at 09:00, the registrar changes the email of "Ana Ruiz" to "anna@lincoln.example"
      And on Tuesday at 09:10, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Tuesday at 09:15, the email of "Ana Ruiz" in Clever is "anna@lincoln.example"
      And on Tuesday at 09:25, the email of "Ana Ruiz" in Clever is "ana@lincoln.example"
      And on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana@lincoln.example"

    Scenario: When the second misses the night, Otus shows the first for a day
      When on Wednesday at 03:40, the registrar changes the email of "Ana Ruiz" to "anna@lincoln.example"
      And on Wednesday at 03:50, the registrar changes the email of "Ana Ruiz" to "ana@lincoln.example"
      Then on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "anna@lincoln.example"
      And on Thursday at 08:00, the email of "Ana Ruiz" in Otus is "ana@lincoln.example"

    Scenario: Changed back before the night, it never changes in Otus
      When on Tuesday at 09:00, the registrar changes the email of "Ana Ruiz" to "anna@lincoln.example"
      And on Tuesday at 14:00, the registrar changes the email of "Ana Ruiz" to "ana.ruiz@lincoln.example"
      Then on Tuesday at 14:00, the email of "Ana Ruiz" in Clever is "anna@lincoln.example"
      And on Tuesday at 22:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
      And on Wednesday at 08:00, last night's sync changed nothing
      And the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
