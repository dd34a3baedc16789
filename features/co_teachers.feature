Feature: Co-teachers
  Otus article 5112064, "Co-Teachers".

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And "Pat Moss" is known to neither the SIS nor Clever

  @S12 @documented
  Rule: Somebody whom neither the SIS nor Clever knows may be added as co-teacher by hand

    Scenario: The aide has the class at once, without a sync
      When on Monday at 10:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      Then the co-teachers of "Biology" in Otus are "Pat Moss"
      And "Pat Moss" has an account in Otus

    Scenario: A co-teacher may not add another
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      When "Pat Moss" tries to add "Idris Roy" as co-teacher of "Biology" in Otus
      Then it is refused, because "Pat Moss is not its main teacher"
      And the co-teachers of "Biology" in Otus are "Pat Moss"

  @S13 @documented
  Rule: The nightly sync leaves such a co-teacher, night after night, while Clever sends none of its own

    Scenario: The aide is still there after a week of nights
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      When the night passes
      Then the co-teachers of "Biology" in Otus are "Pat Moss"
      And last night's sync changed nothing
      When 6 nights pass
      Then "Pat Moss" is co-teacher of "Biology" in Otus, added by hand

    Scenario: The primary teacher whom Clever sends is no co-teacher from Clever
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      When the registrar makes "Nadia Petrov" primary teacher of "Biology"
      And the night passes
      Then the main teacher of "Biology" in Otus is "Nadia Petrov"
      And the co-teachers of "Biology" in Otus are "Pat Moss"

    Scenario: An aide whom the SIS lists as staff is no teacher there, and stays too
      Given "Wen Chen" adds "June Abbott" as co-teacher of "Biology" in Otus
      When 2 nights pass
      Then the co-teachers of "Biology" in Otus are "June Abbott"

  @S14 @documented
  Rule: Where the class already has a co-teacher from Clever, the one added by hand goes with the nightly sync

    Scenario: The aide lasts one day, the co-teacher from Clever stays
      Given "Bo Lind" is co-teacher of "Chemistry" in Otus, coming from Clever
      When on Monday at 10:00, "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind" and "Pat Moss"
      When the night passes
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind"
      And last night's sync removed "Pat Moss" as co-teacher of "Chemistry", because "the class has a co-teacher from Clever already"

    Scenario: Added again the next day, the aide goes again
      Given "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      And the night passes
      When "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      And the night passes
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind"
      And "Pat Moss" has an account in Otus

    Scenario: A night whose sync fails gives the aide one more day
      Given "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      When tonight's sync fails
      And the night passes
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind" and "Pat Moss"
      When the night passes
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind"

  @S15 @documented
  Rule: The remedy is a record in the SIS or Clever and a place on the section there

    Scenario: A record in the SIS and a place on the section keep the aide for good
      Given on Monday at 10:00, "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      And the night passes
      When on Tuesday at 09:00, the registrar adds the teacher "Pat Moss" with the email "pat.moss@home.example" at "Lincoln High School"
      And the registrar makes "Pat Moss (teacher)" co-teacher of "Chemistry"
      And 3 nights pass
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind" and "Pat Moss (teacher)"

    Scenario: A custom teacher on the section page in Clever does it as well
      Given on Monday at 10:00, "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      And the night passes
      When on Tuesday at 09:00, the district creates the custom teacher "Pat Moss" with the email "pat.moss@home.example" at "Lincoln High School" in Clever
      And on Tuesday at 09:15, the district adds "Pat Moss (teacher)" as co-teacher on the section page of "Chemistry" in Clever
      And 3 nights pass
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind" and "Pat Moss (teacher)"

  @S16 @documented
  Rule: A teacher whom the SIS or Clever knows is made co-teacher there, and stays

    Scenario: Made co-teacher in the SIS by day, co-teacher in Otus the next morning
      When on Tuesday at 10:00, the registrar makes "Mia Kay" co-teacher of "History"
      Then "History" has no co-teachers in Otus
      When the night passes
      Then the co-teachers of "History" in Otus are "Mia Kay"
      And last night's sync added "Mia Kay" as co-teacher of "History", because "Clever has the teacher as co-teacher of the section"
      When 3 nights pass
      Then "Mia Kay" is co-teacher of "History" in Otus, coming from Clever

    Scenario: Added by hand as well, the colleague stays and comes from Clever from then on
      Given on Tuesday at 10:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      When on Tuesday at 11:00, the registrar makes "Mia Kay" co-teacher of "History"
      And the night passes
      Then "Mia Kay" is co-teacher of "History" in Otus, coming from Clever
      And last night's sync kept "Mia Kay" as co-teacher of "History", because "Clever has the teacher as co-teacher of the section"

  @S17 @documented
  Rule: Adding such a teacher by hand in Otus is undone by the nightly sync

    Scenario: The colleague is there for the day, and gone the next morning
      When on Tuesday at 10:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      Then the co-teachers of "History" in Otus are "Mia Kay"
      When the night passes
      Then "History" has no co-teachers in Otus
      And last night's sync removed "Mia Kay" as co-teacher of "History", because "Clever knows the teacher, but not as co-teacher of the section"

    Scenario: The same happens every time it is tried
      Given "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      And the night passes
      When "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      And the night passes
      Then "History" has no co-teachers in Otus

    Scenario: Known to Clever goes before a co-teacher from Clever as the reason
      Given "Nadia Petrov" adds "Mia Kay" as co-teacher of "Chemistry" in Otus
      When the night passes
      Then last night's sync removed "Mia Kay" as co-teacher of "Chemistry", because "Clever knows the teacher, but not as co-teacher of the section"

  @S18 @S19 @documented
  Rule: The district can add co-teachers in Clever, on the page of a section that the search bar finds

    Scenario: The search finds the section by its name and by its teacher
      Then a search for "biology" in Clever finds "Biology"
      And a search for "algebra" in Clever finds "Algebra 1 (Ito, period 3)" and "Algebra 1 (Haddad, period 5)"
      And a search for "algebra ito" in Clever finds "Algebra 1 (Ito, period 3)"

    Scenario: A co-teacher added on the section page comes from Clever
      When on Tuesday at 10:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then the co-teachers of "History" in Clever are "Mia Kay"
      When the night passes
      Then "Mia Kay" is co-teacher of "History" in Otus, coming from Clever

  @S20 @documented
  Rule: A co-teacher added in Clever shows in Otus the following day, after a successful sync

    Scenario: Not on the day itself, but on the next
      When on Tuesday at 10:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then on Tuesday at 22:00, "History" has no co-teachers in Otus
      And on Wednesday at 08:00, the co-teachers of "History" in Otus are "Mia Kay"

    Scenario: When that night's sync fails, not on the next day either
      Given on Tuesday at 10:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      When tonight's sync fails
      Then on Wednesday at 22:00, "History" has no co-teachers in Otus
      And on Thursday at 08:00, the co-teachers of "History" in Otus are "Mia Kay"

  @S21 @documented
  Rule: The Google features work for a co-teacher once the main teacher has signed in with Google SSO

    Scenario: Off before, on at once, and still on the next day
      Given "Bo Lind" has no Google features in "Chemistry"
      When "Nadia Petrov" signs in to Otus with "Google SSO"
      Then "Bo Lind" has Google features in "Chemistry"
      When the night passes
      Then "Bo Lind" has Google features in "Chemistry"

    Scenario: No other way to sign in, and nobody else's sign-in, turns them on
      When "Nadia Petrov" signs in to Otus with "a password"
      And "Nadia Petrov" signs in to Otus with "Clever"
      And "Bo Lind" signs in to Otus with "Google SSO"
      Then "Bo Lind" has no Google features in "Chemistry"

  @Q23 @convention
  Rule: The Google sign-in that counts is that of the person who is main teacher now
    The article says "the main teacher" and does not think of a new one. The integration works through that person's
    Google account, so the account of somebody who has left cannot carry it.

    Scenario: A new main teacher without such a sign-in turns the features off
      Given "Nadia Petrov" signs in to Otus with "Google SSO"
      When the registrar makes "Ellis Poe" primary teacher of "Chemistry"
      And the night passes
      Then "Bo Lind" has no Google features in "Chemistry"
      When "Ellis Poe" signs in to Otus with "Google SSO"
      Then "Bo Lind" has Google features in "Chemistry"
