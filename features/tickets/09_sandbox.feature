@S32 @S33 @S34 @S35 @S36 @S37 @S38 @S39 @S40 @S41 @S42 @S43 @S44 @S45 @S46 @S47 @S48 @S49
Feature: Ticket 9, the sandbox
  "I want to try things out without touching my real classes. How do I get a class and a student for that?"

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @documented
  Scenario: Where the district has manual rostering, the teacher makes it in a minute
    Given the district turns manual rostering on in Otus
    And "Sandy Box" is known to neither the SIS nor Clever
    When on Tuesday at 09:00, "Hana Ito" makes the class "Practice" in Otus
    And "Hana Ito" adds "Sandy Box" to "Practice" in Otus
    Then the students of "Practice" in Otus are "Sandy Box"
    And on Wednesday at 08:00, last night's sync changed nothing
    And on Friday at 08:00, the main teacher of "Practice" in Otus is "Hana Ito"
    And the students of "Practice" in Otus are "Sandy Box"

  @documented
  Scenario: Where the district has not, the teacher is refused
    Given the district turns manual rostering off in Otus
    When on Tuesday at 09:00, "Hana Ito" tries to make the class "Practice" in Otus
    Then it is refused, because "manual rostering is off"
    And Otus shows no class named "Practice"

  @documented
  Scenario: Then the district makes student and section in Clever, and both are in Otus on Wednesday
    Given the district turns manual rostering off in Otus
    When on Tuesday at 13:00, the district creates the custom student "Sandy Box" with the email "sandy.box@lincoln.example" at "Lincoln High School" in Clever
    Then on Tuesday at 13:15, Clever has "Sandy Box"
    When the district starts the custom section "Practice" at "Lincoln High School" in Clever
    And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
    And the district chooses "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil" and "Carla Diaz-Moreno" as co-teachers of the custom section "Practice"
    And the district adds "Sandy Box" to the custom section "Practice"
    And the district creates the custom section "Practice" in Clever
    Then on Tuesday at 13:30, Clever has the section "Practice"
    And the primary teacher of "Practice" in Clever is "Hana Ito"
    And on Tuesday at 22:00, Otus shows no class named "Practice"
    And on Wednesday at 08:00, the main teacher of "Practice" in Otus is "Hana Ito"
    And the co-teachers of "Practice" in Otus are "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil" and "Carla Diaz-Moreno"
    And the students of "Practice" in Otus are "Sandy Box"
    And last night's sync opened the class "Practice", because "Clever has it"

  @documented
  Scenario: The class from Clever and its student remain, night after night
    Given on Tuesday at 13:00, the district creates the custom student "Sandy Box" with the email "sandy.box@lincoln.example" at "Lincoln High School" in Clever
    And on Tuesday at 13:15, the district starts the custom section "Practice" at "Lincoln High School" in Clever
    And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
    And the district adds "Sandy Box" to the custom section "Practice"
    When the district creates the custom section "Practice" in Clever
    And 7 nights pass
    Then last night's sync changed nothing
    And the students of "Practice" in Otus are "Sandy Box"
    And "Sandy Box" is in "Practice" in Otus, coming from Clever

  @documented
  Scenario: A tenth co-teacher is refused
    Given on Tuesday at 13:15, the district starts the custom section "Practice" at "Lincoln High School" in Clever
    And the district chooses "Hana Ito" as primary teacher of the custom section "Practice"
    When the district tries to choose "Wen Chen", "Idris Roy", "Mia Kay", "Bo Lind", "Ellis Poe", "José Núñez", "Zoë Brandt", "Nora O'Neil", "Carla Diaz-Moreno" and "Omar Haddad" as co-teachers of the custom section "Practice"
    Then it is refused, because "at most nine may be added"
    And on Tuesday at 13:30, Clever has no section named "Practice"
