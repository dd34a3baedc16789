Feature: The sync between Clever and Otus
  Otus article 5112064, "Clever Sync".

  @S03 @documented
  Rule: What is in Clever shows in Otus only after a sync has gone well

    Scenario: A district that was never synced has nothing to show
      Given the district "Lincoln", never synced to Otus
      Then "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Clever
      And Otus does not show the class "Algebra 1 (Ito, period 3)"
      And "Ana Ruiz" has no account in Otus
      And "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"

    Scenario: The first night that goes well brings classes, accounts, teachers and students
      Given the district "Lincoln", never synced to Otus
      When the night passes
      Then last night's sync opened the class "Algebra 1 (Ito, period 3)", because "Clever has it"
      And last night's sync made an account for "Ana Ruiz", because "Clever has it"
      And last night's sync made "Hana Ito" main teacher of "Algebra 1 (Ito, period 3)", because "Clever has it"
      And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      And the co-teachers of "Chemistry" in Otus are "Bo Lind"

    Scenario: However many nights fail, nothing shows before one goes well
      Given the district "Lincoln", never synced to Otus
      And the next 5 nightly syncs fail
      When 5 nights pass
      Then Otus does not show the class "Biology"
      When the night passes
      Then Otus shows the class "Biology"

  @S04 @documented
  Rule: After the sync Otus shows what the SIS had shared with Clever by then

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: A new section becomes a class with its teacher and exactly its students
      When on Monday at 10:00, the registrar adds the section "Statistics" at "Lincoln High School", taught by "Hana Ito"
      And the registrar enrolls "Leo Park" and "Noah Kim (grade 9)" in "Statistics"
      Then on Monday at 22:00, Otus shows no class named "Statistics"
      When the night passes
      Then the main teacher of "Statistics" in Otus is "Hana Ito"
      And the students of "Statistics" in Otus are "Leo Park" and "Noah Kim (grade 9)"
      And last night's sync opened the class "Statistics", because "Clever has it"

    Scenario: It shows as soon as the sync has run, not only in the morning
      Given on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When the nightly sync runs
      Then on Tuesday at 04:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: One night takes in all that a busy day has changed
      Given on Monday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And on Monday at 11:00, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And on Monday at 14:00, the registrar makes "Mia Kay" co-teacher of "Algebra 1 (Ito, period 3)"
      When the night passes
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And the co-teachers of "Algebra 1 (Ito, period 3)" in Otus are "Mia Kay"

  @O29 @S04 @documented
  Rule: A change of main teacher is made in the SIS and holds in Otus after the sync

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: The new main teacher has the class the next morning, the former one does not
      When on Monday at 10:00, the registrar makes "Nadia Petrov" primary teacher of "Biology"
      Then on Monday at 22:00, the main teacher of "Biology" in Otus is "Wen Chen"
      And on Tuesday at 08:00, the main teacher of "Biology" in Otus is "Nadia Petrov"
      And "Biology" has no co-teachers in Otus
      And last night's sync made "Nadia Petrov" main teacher of "Biology", because "Clever has another primary teacher of the section"

  @Q04 @inferred
  Rule: A sync that fails changes nothing, and the next good one brings what Clever has by then
    The article only ever speaks of a successful sync. That one which fails leaves Otus as it was follows from it.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: Nobody comes, nobody goes and no email changes in a night that fails
      Given on Monday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And the registrar changes the email of "Wen Chen" to "w.chen@lincoln.example"
      When tonight's sync fails
      And the night passes
      Then last night's sync failed
      And last night's sync changed nothing
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus
      And the email of "Wen Chen" in Otus is "wen.chen@lincoln.example"

    Scenario: The next good night makes up for it, all at once
      Given on Monday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And tonight's sync fails
      And the night passes
      When the night passes
      Then last night's sync succeeded
      And last night's sync brought "Leo Park" into "Algebra 1 (Ito, period 3)", because "Clever's roster has the student"
      And last night's sync took "Ana Ruiz" out of "Algebra 1 (Ito, period 3)", because "Clever's roster no longer has the student"

    Scenario: Several failed nights in a row only put it off
      Given on Monday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the next 3 nightly syncs fail
      When 3 nights pass
      Then "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      When the night passes
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: What came and went between two good nights is never seen
      Given the next 2 nightly syncs fail
      And on Monday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And on Tuesday at 09:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
      And the registrar drops "Leo Park" from "Algebra 1 (Ito, period 3)"
      When 2 nights pass
      Then on Thursday at 08:00, last night's sync succeeded
      And last night's sync changed nothing

  @Q03 @inferred
  Rule: The sync reads Clever as it is when the sync starts
    The ATS/Stars edition says that Otus gets what Clever holds at the moment of the nightly sync.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: What reaches Clever a minute after the start waits for the next night
      When on Tuesday at 03:46, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Tuesday at 04:01, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
      And on Tuesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Wednesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: What is still under way when the sync starts is as if it had not been made
      Given on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When on Tuesday at 03:50, the registrar drops "Leo Park" from "Algebra 1 (Ito, period 3)"
      Then on Tuesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And on Wednesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @Q03 @convention
  Rule: What reaches Clever at the very instant at which the sync starts still counts
    No page settles a tie to the second; the simulator lets the change win.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: Fifteen minutes before the sync is early enough
      When on Tuesday at 03:45:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Tuesday at 04:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: One second later is a night too late
      When on Tuesday at 03:45:01, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Tuesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Wednesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

  @Q05 @convention
  Rule: "The following day" begins with the next sync that goes well, whatever the date on the calendar
    The article thinks of changes made by day. After midnight its "following day" could be read in two ways.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: A change made after midnight shows on the morning of the same day
      When on Wednesday at 00:30, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then on Wednesday at 08:00, the co-teachers of "History" in Otus are "Mia Kay"

    Scenario: A change made just after the sync waits for almost a whole day
      When on Wednesday at 04:01, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then on Thursday at 03:59, "History" has no co-teachers in Otus
      And on Thursday at 04:00, the co-teachers of "History" in Otus are "Mia Kay"

    Scenario: After a night that fails, the following day is the day after that
      Given on Tuesday at 10:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      When tonight's sync fails
      Then on Wednesday at 22:00, "History" has no co-teachers in Otus
      And on Thursday at 08:00, the co-teachers of "History" in Otus are "Mia Kay"

  @Q36 @inferred
  Rule: A sync that finds nothing new changes nothing
    Otus mirrors Clever, so that a second look at the same Clever has nothing to do.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: A quiet day leaves nothing for the night to do
      When the night passes
      Then last night's sync succeeded
      And last night's sync changed nothing
      And last night's sync skipped nobody

    Scenario: What one night has settled, the next does not touch again
      Given on Monday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And "Hana Ito" adds "Kenji Mori" to "Algebra 1 (Ito, period 3)" in Otus
      And "Nadia Petrov" removes "Bo Lind" as co-teacher of "Chemistry" in Otus
      And the night passes
      When the night passes
      Then last night's sync changed nothing
