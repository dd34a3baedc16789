Feature: The nights on which the clocks change
  In Chicago on Sunday 14 March 2027 02:00 becomes 03:00, and on Sunday 7 November 2027 02:00 becomes 01:00.

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @Q31 @convention
  Rule: Changes take as long as ever, while the sync keeps to the clock on the wall
    No source thinks of these two nights. A way of 15 minutes or 72 hours is a time that passes; "04:00" is what people
    read off the wall; and a night that had two syncs or none would fit no sentence of the article.

    Scenario: 72 hours that begin before the change in March end an hour later by the clock
      Given the clock moves on to "2027-03-13T09:00:00-06:00"
      And SIS changes take 72 hours to reach Clever
      When the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Tuesday at 09:59, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Clever
      And on Tuesday at 10:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever

    Scenario: 72 hours that begin before the change in November end an hour earlier by the clock
      Given the clock moves on to "2027-11-06T09:00:00-05:00"
      And SIS changes take 72 hours to reach Clever
      When the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Tuesday at 07:59, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Clever
      And on Tuesday at 08:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever

    Scenario: Fifteen minutes across the missing hour are fifteen minutes
      Given the clock moves on to "2027-03-14T01:50:00-06:00"
      When the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      Then on Sunday at 03:04, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Clever
      And on Sunday at 03:05, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Clever
      And on Sunday at 04:00, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: The short night of March has its sync at 04:00
      Given the clock moves on to "2027-03-13T12:00:00-06:00"
      When "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      Then on Sunday at 03:59, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And on Sunday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: The long night of November has its one sync at 04:00
      Given the clock moves on to "2027-11-06T12:00:00-05:00"
      And "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      When tonight's sync fails
      Then on Sunday at 03:59, last night's sync succeeded
      And on Sunday at 04:00, last night's sync failed
      And on Monday at 03:59, "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And on Monday at 04:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus
