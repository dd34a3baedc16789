Feature: Custom sections in Clever
  Otus article 5112064, "Create a Custom Section in Clever": a practice class that comes from Clever.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @S36 @S42 @documented
  Rule: The district can make a practice section in Clever itself, with a practice student in it

    Scenario: Clever has the section with its teacher and its student, and the SIS knows nothing of it
      Given on Tuesday at 13:00, the district creates the custom student "Penny Trial" with the email "penny.trial@lincoln.example" at "Lincoln High School" in Clever
      When on Tuesday at 13:15, the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
      And the district adds "Penny Trial" to the custom section "Practice"
      And the district creates the custom section "Practice" in Clever
      Then on Tuesday at 13:30, the primary teacher of "Practice" in Clever is "Hana Ito"
      And "Penny Trial" is in "Practice" in Clever
      And "Penny Trial" is not in "Practice" in the SIS

    Scenario: A student of the SIS can practise in it as well
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
      When the district adds "Leo Park" to the custom section "Practice"
      And the district adds "Ana Ruiz" to the custom section "Practice"
      And the district creates the custom section "Practice" in Clever
      And the night passes
      Then the students of "Practice" in Otus are "Ana Ruiz" and "Leo Park"

  @S39 @S41 @inferred
  Rule: A form that lacks something required makes no section
    The article says that the form asks for all required information and for the primary teacher. That nothing can
    be created without them is what "required" means; it does not say so.

    Scenario: Without a primary teacher the section is not created
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district chooses "Mia Kay" and "Idris Roy" as co-teachers of the custom section "Practice"
      And the district adds "Leo Park" to the custom section "Practice"
      When the district tries to create the custom section "Practice" in Clever
      Then it is refused, because "it still needs a primary teacher"
      When the night passes
      Then Clever has no section named "Practice"
      And Otus shows no class named "Practice"

    Scenario: The form stays open, and is complete once the teacher is chosen
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district adds "Leo Park" to the custom section "Practice"
      And the district tries to create the custom section "Practice" in Clever
      When the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
      And the district creates the custom section "Practice" in Clever
      And the night passes
      Then the main teacher of "Practice" in Otus is "Hana Ito"
      And the students of "Practice" in Otus are "Leo Park"

  @Q28 @convention
  Rule: A custom section needs a name, a school, a primary teacher and at least one student
    The article does not list what is required. Clever's data model asks for one primary teacher and at least one
    student (C30); a name and a school are needed to find the section at all.

    Scenario: Without a student the section is not created
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
      When the district tries to create the custom section "Practice" in Clever
      Then it is refused, because "it still needs a student"
      And Clever has no section named "Practice"

    Scenario: All that is lacking is named at once
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      When the district tries to create the custom section "Practice" in Clever
      Then it is refused, because "it still needs a primary teacher and a student"

    Scenario: A student who is on the way to Clever cannot be used yet
      Given on Tuesday at 13:00, the district creates the custom student "Penny Trial" with the email "penny.trial@lincoln.example" at "Lincoln High School" in Clever
      And the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
      And the district adds "Penny Trial" to the custom section "Practice"
      When on Tuesday at 13:14, the district tries to create the custom section "Practice" in Clever
      Then it is refused, because "somebody on it is not in Clever yet"
      When on Tuesday at 13:15, the district creates the custom section "Practice" in Clever
      Then on Tuesday at 13:30, "Penny Trial" is in "Practice" in Clever

  @S40 @documented
  Rule: A custom section may have up to nine co-teachers

    Scenario: None at all will do
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When the district creates the custom section "Practice" in Clever
      And 15 minutes pass
      Then "Practice" has no co-teachers in Clever

    Scenario: All nine are on the section in Clever and in the class in Otus
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the district chooses "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil" and "Carla Diaz-Moreno" as co-teachers of the custom section "Practice"
      When the district creates the custom section "Practice" in Clever
      And the night passes
      Then the co-teachers of "Practice" in Clever are "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil" and "Carla Diaz-Moreno"
      And the co-teachers of "Practice" in Otus are "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil" and "Carla Diaz-Moreno"

    Scenario: A tenth is one too many
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When the district tries to choose "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil", "Carla Diaz-Moreno" and "Omar Haddad" as co-teachers of the custom section "Practice"
      Then it is refused, because "at most nine may be added"

  @Q14 @convention
  Rule: A choice of ten is refused whole, and the limit of nine binds the form alone
    The article gives the number for the form of a custom section and says nothing of a choice that is too long. The
    section page and the SIS have no such form, so no limit is made up for them.

    Scenario: What was chosen before the ten stays chosen
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the district chooses "Mia Kay" and "Idris Roy" as co-teachers of the custom section "Practice"
      When the district tries to choose "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil", "Carla Diaz-Moreno" and "Omar Haddad" as co-teachers of the custom section "Practice"
      And the district creates the custom section "Practice" in Clever
      And 15 minutes pass
      Then the co-teachers of "Practice" in Clever are "Mia Kay" and "Idris Roy"

    Scenario: A tenth co-teacher can be added on the section page
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the district chooses "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil" and "Carla Diaz-Moreno" as co-teachers of the custom section "Practice"
      And the district creates the custom section "Practice" in Clever
      When 15 minutes pass
      And the district adds "Omar Haddad" as co-teacher on the section page of "Practice" in Clever
      Then the co-teachers of "Practice" in Clever are "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil", "Carla Diaz-Moreno" and "Omar Haddad"

  @S41 @documented
  Rule: One of the teachers is indicated as the primary one

    Scenario: The primary teacher leads the class in Otus, the others are its co-teachers
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district chooses "Mia Kay" and "Idris Roy" as co-teachers of the custom section "Practice"
      And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
      And the district adds "Leo Park" to the custom section "Practice"
      When the district creates the custom section "Practice" in Clever
      And the night passes
      Then the main teacher of "Practice" in Otus is "Hana Ito"
      And the co-teachers of "Practice" in Otus are "Mia Kay" and "Idris Roy"

  @Q15 @inferred
  Rule: A section has exactly one primary teacher, and nobody has two places in it
    Clever's data model gives a section one primary teacher (C30), and the form asks for the primary teacher and the
    co-teachers apart.

    Scenario: Choosing another primary teacher takes the place of the first
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When the district chooses "Wen Chen" as primary teacher of the custom section "Practice"
      And the district creates the custom section "Practice" in Clever
      And the night passes
      Then the main teacher of "Practice" in Otus is "Wen Chen"
      And "Practice" has no co-teachers in Otus

    Scenario: The primary teacher cannot be chosen as co-teacher too
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When the district tries to choose "Mia Kay" and "Hana Ito" as co-teachers of the custom section "Practice"
      Then it is refused, because "somebody is chosen twice"

    Scenario: Nor can a co-teacher be chosen as the primary teacher
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      And the district chooses "Mia Kay" and "Idris Roy" as co-teachers of the custom section "Practice"
      When the district tries to choose "Mia Kay" as primary teacher of the custom section "Practice"
      Then it is refused, because "they are chosen as co-teacher"

    Scenario: Nor can somebody be co-teacher twice
      Given the district starts the custom section "Practice" at "Lincoln High School" in Clever
      When the district tries to choose "Mia Kay" and "Mia Kay" as co-teachers of the custom section "Practice"
      Then it is refused, because "somebody is chosen twice"

  @S43 @documented
  Rule: The section exists only once it has been reviewed and created

    Scenario: A form that is filled in and left alone makes nothing
      When the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the night passes
      Then Clever has no section named "Practice"
      And Otus shows no class named "Practice"
      And last night's sync changed nothing

  @S44 @documented
  Rule: A custom section is available in Clever 15 minutes after it was created, or sooner

    Scenario: Created at 13:00, it is certainly there at 13:15
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When on Tuesday at 13:00, the district creates the custom section "Practice" in Clever
      Then on Tuesday at 13:15, Clever has the section "Practice"
      And a search for "practice" in Clever finds "Practice"

    Scenario: Where Clever is quick it is there after five minutes
      Given custom data takes 5 minutes to be available in Clever
      And the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When on Tuesday at 13:00, the district creates the custom section "Practice" in Clever
      Then on Tuesday at 13:05, Clever has the section "Practice"

  @Q02 @convention
  Rule: A custom section takes the whole 15 minutes to appear, and as long to go
    "Up to 15 minutes" leaves open when. The simulator takes the slowest case, so that nobody comes to rely on a
    quicker one; the article is silent on deleting, which gets the same time.

    Scenario: A second before the 15 minutes are over it is not there
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When on Tuesday at 13:00, the district creates the custom section "Practice" in Clever
      Then on Tuesday at 13:14:59, Clever does not have the section "Practice"
      And on Tuesday at 13:15, Clever has the section "Practice"

    Scenario: Deleted, it stays for as long
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the district creates the custom section "Practice" in Clever
      When on Tuesday at 13:00, the district deletes the custom section "Practice" in Clever
      Then on Tuesday at 13:14:59, Clever has the section "Practice"
      And on Tuesday at 13:15, Clever does not have the section "Practice"

  @S45 @documented
  Rule: From there it takes an overnight sync until Otus shows the class

    Scenario: Not on the day itself; the next morning with its teachers and students
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When on Tuesday at 13:00, the district creates the custom section "Practice" in Clever
      Then on Tuesday at 22:00, Otus does not show the class "Practice"
      And on Wednesday at 08:00, Otus shows the class "Practice"
      And last night's sync opened the class "Practice", because "Clever has it"
      And last night's sync made "Hana Ito" main teacher of "Practice", because "Clever has it"
      And last night's sync brought "Leo Park" into "Practice", because "Clever's roster has the student"
      And "Leo Park" is in "Practice" in Otus, coming from Clever

    Scenario: Created ten minutes before the sync, it misses the night
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      When on Wednesday at 03:50, the district creates the custom section "Practice" in Clever
      Then on Wednesday at 08:00, Otus does not show the class "Practice"
      And on Thursday at 08:00, Otus shows the class "Practice"

    Scenario: A night whose sync fails does not bring it
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And on Tuesday at 13:00, the district creates the custom section "Practice" in Clever
      When tonight's sync fails
      Then on Wednesday at 22:00, Otus does not show the class "Practice"
      And on Thursday at 08:00, Otus shows the class "Practice"

    Scenario: The class stays, night after night
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the district creates the custom section "Practice" in Clever
      When 5 nights pass
      Then the students of "Practice" in Otus are "Leo Park"
      And last night's sync changed nothing

  @Q29 @C23 @inferred
  Rule: A custom section that is deleted or expires takes its class with it
    A class from Clever lasts as long as its section does (Q32), and a section can be made for a while only, as
    Clever says of custom staff (C23).

    Scenario: Deleted by day, the class is gone the next morning
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the district creates the custom section "Practice" in Clever
      And the night passes
      When on Tuesday at 10:00, the district deletes the custom section "Practice" in Clever
      And the night passes
      Then Otus does not show the class "Practice"
      And last night's sync closed the class "Practice", because "Clever no longer shows Otus the section"

    Scenario: Made for three days, the class shows for three days
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And on Monday at 10:00, the district creates the custom section "Practice" in Clever
      When the custom section "Practice" in Clever expires in 3 days
      Then on Thursday at 08:00, Otus shows the class "Practice"
      And on Friday at 08:00, Otus does not show the class "Practice"
      And "Leo Park" has an account in Otus
