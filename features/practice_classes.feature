Feature: Practice classes made by hand in Otus
  Otus article 5112064, "Manually Add a 'Practice' Class and Student to Otus".

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And the district turns manual rostering on in Otus

  @S32 @documented
  Rule: A class that a teacher makes by hand is left alone by the sync

    Scenario: The class is there at once and after a week of nights
      When on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      Then Otus shows the class "Practice"
      And the main teacher of "Practice" in Otus is "Hana Ito"
      When 7 nights pass
      Then Otus shows the class "Practice"
      And the main teacher of "Practice" in Otus is "Hana Ito"

    Scenario: The night has nothing to do with it
      Given on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      When the night passes
      Then last night's sync succeeded
      And last night's sync changed nothing

    Scenario: It stands beside a class from Clever that has the same name
      Given on Tuesday at 09:00, "Wen Chen" makes the class "Biology" in Otus
      And "Wen Chen" adds "Kenji Mori" to "Biology (made by hand)" in Otus
      When the night passes
      Then the students of "Biology (made by hand)" in Otus are "Kenji Mori"
      And "Kenji Mori" is not in "Biology (Chen, period 1)" in Otus
      And "Ana Ruiz" is in "Biology (Chen, period 1)" in Otus

  @S33 @documented
  Rule: The students of such a class stay in it, whoever they are

    Scenario: A made-up student and a real one are both there after many nights
      Given "Sandy Box" is known to neither the SIS nor Clever
      And on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      When "Hana Ito" adds "Sandy Box" and "Leo Park" to "Practice" in Otus
      And 7 nights pass
      Then the students of "Practice" in Otus are "Leo Park" and "Sandy Box"
      And "Leo Park" is in "Practice" in Otus, added by hand

    Scenario: The same student on the same day goes from a class from Clever and stays in this one
      Given on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      When "Hana Ito" adds "Leo Park" to "Practice" in Otus
      And "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And the night passes
      Then "Leo Park" is in "Practice" in Otus
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Taken out by hand, a student stays out
      Given on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      And "Hana Ito" adds "Ana Ruiz" and "Leo Park" to "Practice" in Otus
      When "Hana Ito" removes "Ana Ruiz" from "Practice" in Otus
      And 3 nights pass
      Then the students of "Practice" in Otus are "Leo Park"

  @S34 @documented
  Rule: Such a class is a sandbox: what is tried in it changes no class from Clever

    Scenario: After a day of trying things out, the other classes are as they were
      Given on Tuesday at 09:00, "José Núñez" makes the class "Practice" in Otus
      When "José Núñez" adds "Ana Ruiz" and "Leo Park" to "Practice" in Otus
      And "José Núñez" removes "Ana Ruiz" from "Practice" in Otus
      And "Leo Park" hands in "A first try" in "Practice" in Otus
      Then the students of "Spanish 2" in Otus are "Ana Ruiz", "Ben Adler", "Dev Patel", "Gus Larsen", "Ismael Ortiz", "Nora Quinn", "Tomás Vega" and "Zoë Laurent"
      When the night passes
      Then last night's sync changed nothing
      And Otus shows the work "A first try" of "Leo Park" in "Practice"

    Scenario: Nothing of it reaches Clever or the SIS
      Given "Sandy Box" is known to neither the SIS nor Clever
      When on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      And "Hana Ito" adds "Sandy Box" to "Practice" in Otus
      And 2 nights pass
      Then Clever has no section named "Practice"
      And a search for "algebra ito" in Clever finds "Algebra 1 (Ito, period 3)"

  @S35 @documented
  Rule: Without the manual rostering feature no class can be made by hand

    Scenario: The teacher tries, is refused, and nothing is there
      Given the district turns manual rostering off in Otus
      When on Tuesday at 09:00, "Hana Ito" tries to make the class "Practice" in Otus
      Then it is refused, because "manual rostering is off"
      And Otus shows no class named "Practice"
      When the night passes
      Then Otus shows no class named "Practice"

    Scenario: Once the district turns it on, the same teacher can
      Given the district turns manual rostering off in Otus
      And on Tuesday at 09:00, "Hana Ito" tries to make the class "Practice" in Otus
      And it is refused, because "manual rostering is off"
      When the district turns manual rostering on in Otus
      And "Hana Ito" makes the class "Practice" in Otus
      Then Otus shows the class "Practice"

  @Q16 @convention
  Rule: Turned off later, the feature leaves the classes that were made with it, and allows no more
    The feature is needed to make such a class, and the class stays. It does not say what if the feature goes.

    Scenario: The class and its students are there for as long as before
      Given on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      And "Hana Ito" adds "Leo Park" to "Practice" in Otus
      When the district turns manual rostering off in Otus
      And 3 nights pass
      Then Otus shows the class "Practice"
      And the students of "Practice" in Otus are "Leo Park"

    Scenario: No second class is made, and no more students come into the first
      Given on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      And "Hana Ito" adds "Leo Park" to "Practice" in Otus
      When the district turns manual rostering off in Otus
      And "Hana Ito" tries to make the class "More practice" in Otus
      Then it is refused, because "manual rostering is off"
      And Otus shows no class named "More practice"
      When "Hana Ito" tries to add "Ana Ruiz" to "Practice" in Otus
      Then it is refused, because "manual rostering is off"
      And the students of "Practice" in Otus are "Leo Park"

  @Q27 @inferred
  Rule: In a class made by hand, neither students nor co-teachers follow Clever
    The sync removes people from classes that come from Clever. This one does not, whoever is in it.

    Scenario: A student who leaves the SIS and Clever altogether stays in it
      Given on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      And "Hana Ito" adds "Ana Ruiz" to "Practice" in Otus
      When on Tuesday at 10:00, the registrar removes "Ana Ruiz" from the SIS
      And 2 nights pass
      Then Clever does not have "Ana Ruiz"
      And "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
      And the students of "Practice" in Otus are "Ana Ruiz"

    Scenario: A colleague whom Clever knows stays its co-teacher
      Given on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
      When "Hana Ito" adds "Mia Kay" as co-teacher of "Practice" in Otus
      And 3 nights pass
      Then the co-teachers of "Practice" in Otus are "Mia Kay"
