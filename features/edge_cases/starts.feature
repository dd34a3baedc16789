Feature: How a simulation starts
  Two starts, both named: on an ordinary day, and on the first day of all.

  @Q42 @convention
  Rule: A simulation starts on a Monday morning at six, with Otus in step or never synced
    A day has to be fixed, so that stories read the same whenever they are run; in step is what a school meets on an
    ordinary day, never synced what it meets on its first.

    Scenario: In step, Otus has had a good sync the night before, and the first night has nothing to do
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      Then on Monday at 06:00, "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And on Tuesday at 08:00, last night's sync changed nothing

    Scenario: Never synced, Clever has everything and Otus nothing before the first night
      Given the district "Lincoln", never synced to Otus
      Then on Monday at 06:00, "Ana Ruiz" is in "Biology" in Clever
      And "Ana Ruiz" has no account in Otus
      And on Tuesday at 08:00, "Ana Ruiz" is in "Biology" in Otus, coming from Clever

    Scenario: Both begin with manual rostering off
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      When "Hana Ito" tries to make the class "Sandbox" in Otus
      Then it is refused, because "manual rostering is off"
