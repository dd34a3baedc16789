Feature: Custom students in Clever
  Otus article 5112064, "Create a Custom Student in Clever".

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @S48 @documented
  Rule: The filled-in form makes a student in Clever

    Scenario: Clever has the student, and the SIS need not
      When on Tuesday at 13:00, the district creates the custom student "Penny Trial" with the email "penny.trial@lincoln.example" at "Lincoln High School" in Clever
      Then on Tuesday at 13:15, Clever has "Penny Trial"
      And the email of "Penny Trial" in Clever is "penny.trial@lincoln.example"

  @Q02 @convention
  Rule: A custom student takes the whole 15 minutes to appear in Clever, and as long to go
    The article gives a time for custom sections only. The simulator takes the same one, at its slowest, for all
    custom data.

    Scenario: A second before the 15 minutes are over Clever does not have the student
      When on Tuesday at 13:00, the district creates the custom student "Penny Trial" with the email "penny.trial@lincoln.example" at "Lincoln High School" in Clever
      Then on Tuesday at 13:14:59, Clever does not have "Penny Trial"
      And on Tuesday at 13:15, Clever has "Penny Trial"

    Scenario: Deleted, the student stays for as long
      Given on Tuesday at 09:00, the district creates the custom student "Penny Trial" with the email "penny.trial@lincoln.example" at "Lincoln High School" in Clever
      When on Tuesday at 13:00, the district deletes the custom record of "Penny Trial" in Clever
      Then on Tuesday at 13:14:59, Clever has "Penny Trial"
      And on Tuesday at 13:15, Clever does not have "Penny Trial"

  @S49 @documented
  Rule: From then on a custom student is treated like one whom the SIS sends

    Background:
      Given on Monday at 13:00, the district creates the custom student "Penny Trial" with the email "penny.trial@lincoln.example" at "Lincoln High School" in Clever
      And on Monday at 13:15, the district fills in the custom section "Practice", taught by "Hana Ito", with "Penny Trial"

    Scenario: On a section in Clever, the student is in the class the next morning and stays
      When the district creates the custom section "Practice" in Clever
      Then on Tuesday at 08:00, "Penny Trial" is in "Practice" in Otus, coming from Clever
      And last night's sync made an account for "Penny Trial", because "Clever has it"
      And last night's sync brought "Penny Trial" into "Practice", because "Clever's roster has the student"
      When 4 nights pass
      Then the students of "Practice" in Otus are "Penny Trial"
      And last night's sync changed nothing

    Scenario: The student can sign in like any other
      Given the district creates the custom section "Practice" in Clever
      When the night passes
      Then "Penny Trial" signs in to Otus with the email "penny.trial@lincoln.example"

    Scenario: Missing from the class, the student counts as one whom the SIS has
      When the district creates the custom section "Practice" in Clever
      Then on Monday at 13:29, "Penny Trial" is missing from "Practice", because "the student is not in the class in Clever yet"
      And on Monday at 13:30, "Penny Trial" is missing from "Practice", because "no successful sync has run since"

    Scenario: Added by hand to another class, the student is taken out again like any other
      Given the district creates the custom section "Practice" in Clever
      And the night passes
      When on Tuesday at 10:00, "Hana Ito" adds "Penny Trial" to "Geometry" in Otus
      Then "Penny Trial" is in "Geometry" in Otus, added by hand
      When the night passes
      Then "Penny Trial" is not in "Geometry" in Otus
      And last night's sync took "Penny Trial" out of "Geometry", because "Clever's roster does not have the student"
      And "Penny Trial" is in "Practice" in Otus

  @Q29 @inferred
  Rule: A custom student who is deleted or expires leaves the classes that come from Clever
    If a custom student is treated like one whom the SIS sends (S49), one who is gone is treated like a student who
    left the SIS. That custom records can expire by themselves Clever says of custom staff (C23).

    Background:
      Given the district creates the custom student "Penny Trial" with the email "penny.trial@lincoln.example" at "Lincoln High School" in Clever
      And on Monday at 13:15, the district fills in the custom section "Practice", taught by "Hana Ito", with "Penny Trial" and "Leo Park"

    Scenario: Deleted by day, gone the next morning, and nobody else with them
      Given the district creates the custom section "Practice" in Clever
      And the night passes
      When on Tuesday at 10:00, the district deletes the custom record of "Penny Trial" in Clever
      Then on Tuesday at 22:00, "Penny Trial" is in "Practice" in Otus
      When the night passes
      Then the students of "Practice" in Otus are "Leo Park"
      And last night's sync took "Penny Trial" out of "Practice", because "Clever's roster no longer has the student"
      And "Penny Trial" has an account in Otus

    Scenario: A record that expires in three days goes by itself
      Given the district creates the custom section "Practice" in Clever
      And the night passes
      When on Tuesday at 10:00, the custom record of "Penny Trial" in Clever expires in 3 days
      Then on Friday at 09:59, Clever has "Penny Trial"
      And on Friday at 10:00, Clever does not have "Penny Trial"
      And on Friday at 22:00, "Penny Trial" is in "Practice" in Otus
      And on Saturday at 08:00, the students of "Practice" in Otus are "Leo Park"

    Scenario: Of two records that expire, each goes on its own day
      Given the district creates the custom student "Sandy Box" with the email "sandy.box@lincoln.example" at "Lincoln High School" in Clever
      When on Tuesday at 10:00, the custom record of "Penny Trial" in Clever expires in 3 days
      And the custom record of "Sandy Box" in Clever expires in 5 days
      Then on Friday at 10:00, Clever does not have "Penny Trial"
      And Clever has "Sandy Box"
      And on Sunday at 10:00, Clever does not have "Sandy Box"

    Scenario: In a class made by hand the student stays
      Given the district turns manual rostering on in Otus
      And the district creates the custom section "Practice" in Clever
      And the night passes
      And "Hana Ito" makes the class "Sandbox" in Otus
      And "Hana Ito" adds "Penny Trial" to "Sandbox" in Otus
      When the district deletes the custom record of "Penny Trial" in Clever
      And 2 nights pass
      Then the students of "Sandbox" in Otus are "Penny Trial"
      And "Penny Trial" is not in "Practice" in Otus
