Feature: What counts for which night
  The nightly sync starts at 04:00 and takes Clever as it is at that moment.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @Q03 @inferred
  Rule: The sync takes over what Clever holds when it starts, and nothing of what comes after
    The article only says that what the SIS had shared by then shows after the sync (S04); the edition for ATS/Stars
    says outright that it is what Clever holds at the moment of the sync (A04).

    Scenario: Enrolled ten minutes before the sync, the student is in Clever five minutes too late
      When on Wednesday at 03:50, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Wednesday at 04:05, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
      And on Wednesday at 22:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Thursday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Of two changes of one night the earlier counts for it, the later for the next
      Given on Wednesday at 03:40, the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      When on Wednesday at 03:50, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Wednesday at 08:00, "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @Q03 @convention
  Rule: What reaches Clever at the very moment at which the sync starts counts for it
    No source says on which side of the line that moment falls; one second either way has to be decided for tests to
    mean the same in every run.

    Scenario: Changed at 03:45, in Clever at 04:00, in Otus at 04:00
      When on Wednesday at 03:45:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Wednesday at 04:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Changed a second later, it waits for the next night
      When on Wednesday at 03:45:01, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Wednesday at 04:00:01, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
      And on Wednesday at 22:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And on Thursday at 04:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Added on the section page as the sync starts, too late for it
      When on Wednesday at 04:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then on Wednesday at 08:00, "History" has no co-teachers in Otus
      And on Thursday at 08:00, the co-teachers of "History" in Otus are "Mia Kay"

  @Q05 @convention
  Rule: A change made after midnight counts for the night that is not over yet
    The article speaks of the following day, which fits changes made by day. Between midnight and the sync it would
    mean a day's wait for nothing; what decides is the next successful sync.

    Scenario: A co-teacher added in Clever at half past midnight is there the same morning
      When on Wednesday at 00:30, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then on Wednesday at 08:00, the co-teachers of "History" in Otus are "Mia Kay"

    Scenario: So is a student enrolled in the SIS at that hour
      When on Wednesday at 00:30, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Wednesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: A student added by hand at half past midnight is gone the same morning
      When on Wednesday at 00:30, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then on Wednesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @Q06 @inferred
  Rule: What is added by hand lasts until the next successful sync, be that a minute or several days
    The article says both "for the day" and "until a sync" (S30, S11). The sync is what removes, so where the two
    differ it decides.

    Scenario: Added at 03:59, a student and a co-teacher last a minute
      When on Wednesday at 03:59, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And "Hana Ito" adds "Mia Kay" as co-teacher of "Algebra 1 (Ito, period 3)" in Otus
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand
      And "Mia Kay" is co-teacher of "Algebra 1 (Ito, period 3)" in Otus, added by hand
      And on Wednesday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "Algebra 1 (Ito, period 3)" has no co-teachers in Otus

    Scenario: Added at 04:01, they last to the next night
      When on Wednesday at 04:01, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And "Hana Ito" adds "Mia Kay" as co-teacher of "Algebra 1 (Ito, period 3)" in Otus
      Then on Thursday at 03:59, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And the co-teachers of "Algebra 1 (Ito, period 3)" in Otus are "Mia Kay"
      And on Thursday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "Algebra 1 (Ito, period 3)" has no co-teachers in Otus

    Scenario: Over three nights that fail they stay
      Given on Tuesday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When the next 3 nightly syncs fail
      Then on Friday at 22:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And on Saturday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @Q04 @inferred
  Rule: A sync that fails changes nothing, and the next good one catches up once
    The article only ever speaks of a successful sync. That a failed one does half of its work, or that a later one
    goes through what was in between, nothing suggests.

    Scenario: Neither comings nor goings nor emails, until one night does it all
      Given on Tuesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the registrar drops "Ana Ruiz" from "Algebra 1 (Ito, period 3)"
      And the registrar makes "Mia Kay" co-teacher of "Algebra 1 (Ito, period 3)"
      And the registrar changes the email of "Noah Kim (grade 9)" to "noah@lincoln.example"
      And the next 2 nightly syncs fail
      When 2 nights pass
      Then last night's sync failed
      And last night's sync changed nothing
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
      And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus
      And "Algebra 1 (Ito, period 3)" has no co-teachers in Otus
      And the email of "Noah Kim (grade 9)" in Otus is "noah.kim9@lincoln.example"
      When the night passes
      Then last night's sync succeeded
      And "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And the co-teachers of "Algebra 1 (Ito, period 3)" in Otus are "Mia Kay"
      And the email of "Noah Kim (grade 9)" in Otus is "noah@lincoln.example"

    Scenario: What came and went between two good nights never shows
      Given on Tuesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And the next 2 nightly syncs fail
      When on Wednesday at 10:00, the registrar drops "Leo Park" from "Algebra 1 (Ito, period 3)"
      And 2 nights pass
      Then last night's sync succeeded
      And last night's sync changed nothing

    Scenario: Only the failing night fails
      Given on Tuesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When tonight's sync fails
      And the night passes
      Then last night's sync failed
      When 2 nights pass
      Then last night's sync succeeded
      And last night's sync changed nothing
      And "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

  @Q36 @inferred
  Rule: A night after which nothing has changed changes nothing
    After a successful sync Otus shows what Clever has (S04); where Clever and Otus stay as they are, there is nothing
    left to do.

    Scenario: The second of two quiet nights
      Given on Tuesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      And "Wen Chen" adds "Mia Kay" as co-teacher of "Biology" in Otus
      When the night passes
      Then last night's sync brought "Leo Park" into "Algebra 1 (Ito, period 3)", because "Clever's roster has the student"
      When the night passes
      Then last night's sync changed nothing
