Feature: Co-teachers, the cases that the article leaves open
  What follows from "Co-Teachers" in article 5112064 where two of its sentences meet, and what is decided beyond it.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And "Pat Moss" is known to neither the SIS nor Clever

  @Q09 @inferred
  Rule: When Clever comes to send a co-teacher of its own, the one added by hand goes, and does not come back
    The article speaks of a class that already has a co-teacher from Clever when somebody is added by hand. Its rule is
    about who is there, not about who came first, so a co-teacher who comes later has the same effect; no sentence
    brings anybody back.

    Scenario: After two quiet nights the co-teacher from the SIS comes, and the aide goes
      Given on Monday at 10:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And 2 nights pass
      And "Pat Moss" is co-teacher of "Biology" in Otus, added by hand
      When on Wednesday at 11:00, the registrar makes "Idris Roy" co-teacher of "Biology"
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Idris Roy"
      And last night's sync removed "Pat Moss" as co-teacher of "Biology", because "the class now has a co-teacher from Clever"
      And "Pat Moss" has an account in Otus

    Scenario: A co-teacher added on the section page has the same effect
      Given on Monday at 10:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      When on Tuesday at 11:00, the district adds "Idris Roy" as co-teacher on the section page of "Biology" in Clever
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Idris Roy"
      And last night's sync removed "Pat Moss" as co-teacher of "Biology", because "the class now has a co-teacher from Clever"

    Scenario: A failed night gives the aide one more day
      Given on Monday at 10:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And on Wednesday at 11:00, the registrar makes "Idris Roy" co-teacher of "Biology"
      When tonight's sync fails
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Pat Moss"
      When the night passes
      Then the co-teachers of "Biology" in Otus are "Idris Roy"

    Scenario: When the co-teacher from Clever leaves again, the aide does not return
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And the registrar makes "Idris Roy" co-teacher of "Biology"
      And the night passes
      When the registrar removes "Idris Roy" as co-teacher of "Biology"
      And the night passes
      Then "Biology" has no co-teachers in Otus

  @K7 @Q09 @inferred
  Rule: Where Clever's last co-teacher leaves in the same night, the one added by hand stays
    What counts is what Clever has when the sync starts (Q03): at that moment the section has no co-teacher any more.

    Scenario: Added beside Clever's co-teacher, the aide is alone the next morning
      Given on Tuesday at 10:00, "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      When on Tuesday at 11:00, the registrar removes "Bo Lind" as co-teacher of "Chemistry"
      And the night passes
      Then the co-teachers of "Chemistry" in Otus are "Pat Moss"
      And last night's sync removed "Bo Lind" as co-teacher of "Chemistry", because "Clever no longer has the teacher as co-teacher of the section"

  @Q10 @convention
  Rule: Known is somebody of whom Otus can read a teacher's record in Clever, found by Clever id or by email
    The article says "in Clever or your SIS" without saying of what kind the record must be. Only a teacher's record
    could put somebody on a section, and Otus can look nowhere but in Clever; emails are compared as people mean them.

    Scenario: A teacher's record with the aide's email makes the aide known, capitals and blanks aside
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And the night passes
      When the registrar adds the teacher "Patricia Moss" with the email " Pat.Moss@HOME.example " at "Lincoln High School"
      And the night passes
      Then "Biology" has no co-teachers in Otus
      And last night's sync removed "Pat Moss" as co-teacher of "Biology", because "Clever knows the teacher, but not as co-teacher of the section"

    Scenario: A custom teacher is known as well
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And the night passes
      When the district creates the custom teacher "Patricia Moss" with the email "pat.moss@home.example" at "Lincoln High School" in Clever
      And the night passes
      Then "Biology" has no co-teachers in Otus

    Scenario: A custom staff member is not
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      When the district creates the custom staff member "Patricia Moss" with the email "pat.moss@home.example" at "Lincoln High School" in Clever
      And 2 nights pass
      Then Clever has "Patricia Moss"
      And the co-teachers of "Biology" in Otus are "Pat Moss"

    Scenario: A teacher without an email is known by the Clever id
      Given the registrar changes the email of "Mia Kay" to " "
      And the night passes
      When "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      And the night passes
      Then last night's sync removed "Mia Kay" as co-teacher of "History", because "Clever knows the teacher, but not as co-teacher of the section"

    Scenario: A teacher whose SIS id was corrected is known by the email
      Given "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      When the registrar corrects the SIS id of "Mia Kay" to "T-900"
      And the night passes
      Then last night's sync removed "Mia Kay" as co-teacher of "History", because "Clever knows the teacher, but not as co-teacher of the section"

    Scenario: A record that is held on its way to Clever makes nobody known yet
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And SIS changes are held
      When the registrar adds the teacher "Patricia Moss" with the email "pat.moss@home.example" at "Lincoln High School"
      And 2 nights pass
      Then the co-teachers of "Biology" in Otus are "Pat Moss"
      When the held SIS changes are released
      And the night passes
      Then "Biology" has no co-teachers in Otus

  @Q11 @inferred
  Rule: An aide who becomes a teacher in Clever on other sections only is known from then on, and goes
    Known to Clever, and not on this section there: that is the case of S17, whenever it comes about.

    Scenario: The aide gets a class of History and loses Biology
      Given on Monday at 10:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And the night passes
      When on Tuesday at 09:00, the registrar adds the teacher "Pat Moss" with the email "pat.moss@home.example" at "Lincoln High School"
      And the registrar makes "Pat Moss (teacher)" co-teacher of "History"
      And the night passes
      Then "Biology" has no co-teachers in Otus
      And last night's sync removed "Pat Moss" as co-teacher of "Biology", because "Clever knows the teacher, but not as co-teacher of the section"
      And the co-teachers of "History" in Otus are "Pat Moss (teacher)"

    Scenario: Put on the section in time, the aide stays without a gap
      Given on Monday at 10:00, "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And the night passes
      When on Tuesday at 09:00, the registrar adds the teacher "Pat Moss" with the email "pat.moss@home.example" at "Lincoln High School"
      And the registrar makes "Pat Moss (teacher)" co-teacher of "Biology"
      And the night passes
      Then "Pat Moss (teacher)" is co-teacher of "Biology" in Otus, coming from Clever
      And last night's sync kept "Pat Moss" as co-teacher of "Biology", because "Clever has the teacher as co-teacher of the section"
      And the co-teachers of "Biology" in Otus are "Pat Moss"

  @Q12 @inferred
  Rule: The primary teacher from Clever is no co-teacher from Clever
    Every section has a primary teacher. If that one counted, no co-teacher added by hand could ever stay, and the
    article says that some do (S13).

    Scenario: The class has a teacher from Clever, and the aide stays all the same
      Given the primary teacher of "Biology" in Clever is "Wen Chen"
      And "Biology" has no co-teachers in Clever
      When "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And 3 nights pass
      Then the co-teachers of "Biology" in Otus are "Pat Moss"

    Scenario: A former primary teacher whom Clever keeps as co-teacher does count
      Given "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      When the registrar makes "Nadia Petrov" primary teacher of "Biology"
      And the registrar makes "Wen Chen" co-teacher of "Biology"
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Wen Chen"

  @Q13 @O23 @O24 @documented
  Rule: A co-teacher from Clever who is removed by hand in Otus is back every morning until removed at the source

    Scenario: Removed at noon, gone at once; removed again and again, back again and again
      When on Tuesday at 12:00, "Nadia Petrov" removes "Bo Lind" as co-teacher of "Chemistry" in Otus
      Then "Chemistry" has no co-teachers in Otus
      When the night passes
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind"
      And last night's sync added "Bo Lind" as co-teacher of "Chemistry", because "Clever still has the teacher as co-teacher of the section"
      When "Nadia Petrov" removes "Bo Lind" as co-teacher of "Chemistry" in Otus
      And the night passes
      Then "Bo Lind" is co-teacher of "Chemistry" in Otus, coming from Clever

    Scenario: Removed in the SIS, gone the next morning and for good
      When on Tuesday at 12:00, the registrar removes "Bo Lind" as co-teacher of "Chemistry"
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind"
      When the night passes
      Then "Chemistry" has no co-teachers in Otus
      And last night's sync removed "Bo Lind" as co-teacher of "Chemistry", because "Clever no longer has the teacher as co-teacher of the section"
      When 3 nights pass
      Then "Chemistry" has no co-teachers in Otus

    Scenario: A failed night does not bring anybody back
      Given "Nadia Petrov" removes "Bo Lind" as co-teacher of "Chemistry" in Otus
      When tonight's sync fails
      And the night passes
      Then "Chemistry" has no co-teachers in Otus
      When the night passes
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind"
      And last night's sync added "Bo Lind" as co-teacher of "Chemistry", because "Clever still has the teacher as co-teacher of the section"

  @Q33 @inferred
  Rule: A former main teacher who is added by hand as co-teacher goes with the night
    The former main teacher is known to Clever and no longer on the section there: the case of S17.

    Scenario: The new main teacher asks the former one back for a day
      Given on Monday at 10:00, the registrar makes "Nadia Petrov" primary teacher of "Biology"
      And the night passes
      When on Tuesday at 10:00, "Nadia Petrov" adds "Wen Chen" as co-teacher of "Biology" in Otus
      Then the co-teachers of "Biology" in Otus are "Wen Chen"
      When the night passes
      Then "Biology" has no co-teachers in Otus
      And last night's sync removed "Wen Chen" as co-teacher of "Biology", because "Clever knows the teacher, but not as co-teacher of the section"

  @Q34 @inferred
  Rule: Two whom neither SIS nor Clever knows do not drive each other out
    The article's exception asks for a co-teacher who comes from Clever; one added by hand is none.

    Scenario: Both aides are still there after a week
      Given "Gail Noor" is known to neither the SIS nor Clever
      When "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And "Wen Chen" adds "Gail Noor" as co-teacher of "Biology" in Otus
      And 7 nights pass
      Then the co-teachers of "Biology" in Otus are "Gail Noor" and "Pat Moss"

    Scenario: Beside an unknown one, a known one still goes
      When "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And "Wen Chen" adds "Mia Kay" as co-teacher of "Biology" in Otus
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Pat Moss"

  @Q35 @inferred
  Rule: Each class is judged for itself
    The article's exception is about "this class": what Clever has on another one does not matter.

    Scenario: The aide of two classes loses the one that has a co-teacher from Clever
      When "Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
      And "Nadia Petrov" adds "Pat Moss" as co-teacher of "Chemistry" in Otus
      And the night passes
      Then "Pat Moss" is co-teacher of "Biology" in Otus, added by hand
      And the co-teachers of "Chemistry" in Otus are "Bo Lind"
      And last night's sync removed "Pat Moss" as co-teacher of "Chemistry", because "the class has a co-teacher from Clever already"
      And "Pat Moss" has an account in Otus

  @Q44 @inferred
  Rule: An aide under a private email and the same person's record under a school email are two people to Otus
    Nothing ties the two but the person, and Otus knows accounts, Clever ids and emails. So the aide's place is judged
    as that of somebody unknown.

    Scenario: The record on another section leaves the aide's place alone
      Given "Gail Noor", with the email "gail@private.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Gail Noor" as co-teacher of "Biology" in Otus
      When the registrar adds the teacher "Gail Noor" with the email "gail.noor@lincoln.example" at "Lincoln High School"
      And the registrar makes "Gail Noor (gail.noor@lincoln.example)" co-teacher of "History"
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Gail Noor (gail@private.example)"
      And the co-teachers of "History" in Otus are "Gail Noor (gail.noor@lincoln.example)"

    Scenario: On the same section the record's place ends the aide's
      Given "Gail Noor", with the email "gail@private.example", is known to neither the SIS nor Clever
      And "Wen Chen" adds "Gail Noor" as co-teacher of "Biology" in Otus
      When the registrar adds the teacher "Gail Noor" with the email "gail.noor@lincoln.example" at "Lincoln High School"
      And the registrar makes "Gail Noor (gail.noor@lincoln.example)" co-teacher of "Biology"
      And the night passes
      Then the co-teachers of "Biology" in Otus are "Gail Noor (gail.noor@lincoln.example)"
      And last night's sync removed "Gail Noor (gail@private.example)" as co-teacher of "Biology", because "the class now has a co-teacher from Clever"

  @Q45 @inferred
  Rule: A co-teacher who becomes the primary teacher in Clever leads the class and is co-teacher no longer
    Otus shows what Clever has (S04), and there one person has one place on a section (Q15).

    Scenario: The colleague added by hand takes the class over
      Given on Tuesday at 10:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      When on Tuesday at 11:00, the registrar makes "Mia Kay" primary teacher of "History"
      And the night passes
      Then the main teacher of "History" in Otus is "Mia Kay"
      And last night's sync made "Mia Kay" main teacher of "History", because "Clever has another primary teacher of the section"
      And "History" has no co-teachers in Otus
      And last night's sync removed "Mia Kay" as co-teacher of "History", because "Clever now has the teacher as primary teacher of the section"

    Scenario: The two of a class change places, and nobody leaves
      Given the registrar makes "Bo Lind" primary teacher of "Chemistry"
      When the registrar makes "Nadia Petrov" co-teacher of "Chemistry"
      And the night passes
      Then the main teacher of "Chemistry" in Otus is "Bo Lind"
      And the co-teachers of "Chemistry" in Otus are "Nadia Petrov"
      And last night's sync removed "Bo Lind" as co-teacher of "Chemistry", because "Clever now has the teacher as primary teacher of the section"
      And last night's sync added "Nadia Petrov" as co-teacher of "Chemistry", because "Clever has the teacher as co-teacher of the section"

  @Q41 @convention
  Rule: What is done on the section page is in Clever at once and lasts, but whom the SIS sends the page does not remove
    The article names the page as a way to add co-teachers and says no more. An addition that the next change in the
    SIS wiped out would be useless, and one whom the SIS sends would only come back.

    Scenario: Added on the page, in Clever the same minute
      When on Tuesday at 10:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then on Tuesday at 10:00, the co-teachers of "History" in Clever are "Mia Kay"

    Scenario: The addition outlives later changes of the section in the SIS
      Given the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      When the registrar renames "History" to "World History"
      And the registrar makes "Ellis Poe" co-teacher of "World History"
      And the registrar makes "Nadia Petrov" primary teacher of "World History"
      And the night passes
      Then the main teacher of "World History" in Otus is "Nadia Petrov"
      And the co-teachers of "World History" in Otus are "Ellis Poe" and "Mia Kay"

    Scenario: Removed on the page again, gone from Otus the next morning
      Given on Tuesday at 10:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      And the night passes
      When on Wednesday at 10:00, the district removes "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then "History" has no co-teachers in Clever
      And on Wednesday at 22:00, the co-teachers of "History" in Otus are "Mia Kay"
      And on Thursday at 08:00, "History" has no co-teachers in Otus
      And last night's sync removed "Mia Kay" as co-teacher of "History", because "Clever no longer has the teacher as co-teacher of the section"

    Scenario: Whom the SIS sends the page does not remove
      When the district tries to remove "Bo Lind" as co-teacher on the section page of "Chemistry" in Clever
      Then it is refused, because "the SIS sends them"
      And the co-teachers of "Chemistry" in Clever are "Bo Lind"
      When the night passes
      Then the co-teachers of "Chemistry" in Otus are "Bo Lind"

    Scenario: Nor somebody whom the SIS sends only since today
      Given on Tuesday at 10:00, the registrar makes "Ellis Poe" co-teacher of "History"
      When on Tuesday at 10:15, the district tries to remove "Ellis Poe" as co-teacher on the section page of "History" in Clever
      Then it is refused, because "the SIS sends them"

    Scenario: Nor somebody who was held on the way from the SIS
      Given SIS changes are held
      And on Tuesday at 10:00, the registrar makes "Ellis Poe" co-teacher of "History"
      And on Tuesday at 11:00, the held SIS changes are released
      When the district tries to remove "Ellis Poe" as co-teacher on the section page of "History" in Clever
      Then it is refused, because "the SIS sends them"

    Scenario: Sent by the SIS as well, a co-teacher added on the page stays when the SIS lets go
      Given the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      And the registrar makes "Mia Kay" co-teacher of "History"
      And the night passes
      When the registrar removes "Mia Kay" as co-teacher of "History"
      And the night passes
      Then the co-teachers of "History" in Otus are "Mia Kay"

    Scenario: Of a custom section the page removes anybody but its primary teacher
      Given the district fills in the custom section "Practice", taught by "Hana Ito", with "Leo Park"
      And the district chooses "Mia Kay" and "Idris Roy" as co-teachers of the custom section "Practice"
      And the district creates the custom section "Practice" in Clever
      And the night passes
      When the district removes "Mia Kay" as co-teacher on the section page of "Practice" in Clever
      And the night passes
      Then the co-teachers of "Practice" in Otus are "Idris Roy"
      When the district tries to remove "Hana Ito" as co-teacher on the section page of "Practice" in Clever
      Then it is refused, because "they are not its co-teacher in Clever"
