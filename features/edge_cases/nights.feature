Feature: Nights, the cases at the edge
  clever_sync.feature has what a night does and what a failed one leaves; here is what people do around it.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @Q03 @convention
  Rule: What people do at the very minute of the sync comes after it
    The sync starts as the clock reaches 04:00, so whoever acts while it shows 04:00 acts later. One of the two has to
    be first for tests to mean the same in every run.

    Scenario: Added on the section page at 04:00, the co-teacher waits for the next night
      When on Wednesday at 04:00, the district adds "Mia Kay" as co-teacher on the section page of "History" in Clever
      Then on Wednesday at 08:00, "History" has no co-teachers in Otus
      And on Thursday at 08:00, the co-teachers of "History" in Otus are "Mia Kay"

    Scenario: Added by hand at 04:00, the student stays for the day
      When on Wednesday at 04:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then on Wednesday at 22:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And on Thursday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @Q05 @convention
  Rule: What is changed between midnight and the sync counts for the night that is not over yet
    The article speaks of the following day, which fits changes made by day. After midnight that would be a wait of a
    day more for nothing; what decides is the next successful sync.

    Scenario: Enrolled in the SIS at half past midnight, the student is there the same morning
      When on Wednesday at 00:30, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Wednesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Added by hand at half past midnight, a student is gone the same morning
      When on Wednesday at 00:30, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then on Wednesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @Q06 @S17 @inferred
  Rule: A co-teacher whom Clever knows, added by hand, lasts until the next successful sync like a student
    The article says of such a co-teacher, as of a student, that the nightly sync removes them. A night that does not
    succeed removes nobody.

    Scenario: Added at 03:59, the colleague lasts a minute
      When on Wednesday at 03:59, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      Then the co-teachers of "History" in Otus are "Mia Kay"
      And on Wednesday at 04:00, "History" has no co-teachers in Otus

    Scenario: Added at 04:01, the colleague lasts to the next night
      When on Wednesday at 04:01, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      Then on Thursday at 03:59, the co-teachers of "History" in Otus are "Mia Kay"
      And on Thursday at 04:00, "History" has no co-teachers in Otus

    Scenario: Over three nights that fail the colleague stays
      Given on Tuesday at 10:00, "Idris Roy" adds "Mia Kay" as co-teacher of "History" in Otus
      When the next 3 nightly syncs fail
      Then on Friday at 22:00, the co-teachers of "History" in Otus are "Mia Kay"
      And on Saturday at 08:00, "History" has no co-teachers in Otus

  @Q04 @inferred
  Rule: A failed night is over with the night, and what people did before it is judged by the next good one
    The article only ever speaks of a successful sync. Nothing suggests that a failure lasts, or that a good night
    goes by anything but what is there when it starts.

    Scenario: Only the night that was to fail fails
      Given on Tuesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When tonight's sync fails
      And the night passes
      Then last night's sync failed
      When the night passes
      Then last night's sync brought "Leo Park" into "Algebra 1 (Ito, period 3)", because "Clever's roster has the student"
      When the night passes
      Then last night's sync succeeded
      And last night's sync changed nothing

    Scenario: Added by hand before the failed night and enrolled after it, the student stays without a gap
      Given on Tuesday at 10:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And tonight's sync fails
      When on Wednesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Thursday at 03:59, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, added by hand
      And on Thursday at 04:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
      And last night's sync kept "Leo Park" in "Algebra 1 (Ito, period 3)", because "Clever's roster has the student by now"
