@S22 @S23 @S24 @S25 @S26 @S27 @S28 @S29 @Q26 @Q38
Feature: Ticket 8, everything says yes and she is still missing
  "Ana is in the SIS, she is in the class there, I can see her in Clever, and the sync has run. Where is she?"

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step
    And on Monday at 10:00, the registrar corrects the SIS id of "Ana Ruiz" to "4471"

  @inferred
  Scenario: Four times yes, and two good nights have not helped
    When 2 nights pass
    Then last night's sync succeeded
    And Clever has "Ana Ruiz"
    And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in the SIS
    And "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Clever
    And "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus

  @inferred
  Scenario: The first night after the correction took her out, and its report names her
    When the night passes
    Then last night's sync took "Ana Ruiz" out of "Algebra 1 (Ito, period 3)", because "Clever's roster no longer has the student"
    And last night's sync skipped "Ana Ruiz", because "another account has the email, so the student's ID needs adjusting by Otus"

  @documented
  Scenario: It is no matter of waiting, but of her ID
    When 2 nights pass
    Then "Ana Ruiz" is missing from "Algebra 1 (Ito, period 3)", because "the student's ID probably needs adjusting by Otus"
    And the remedy for "Ana Ruiz" missing from "Algebra 1 (Ito, period 3)" is "ask in the Otus chat, with the student's name and email"

  @documented
  Scenario: A message in the chat with her name and email is all that Otus needs
    When on Wednesday at 09:00, "Hana Ito" reports "Ana Ruiz" missing in the Otus chat, giving the "name" and "email"
    Then Otus support takes up the case of "Ana Ruiz"

  @convention
  Scenario: A message with her name alone makes Otus ask back
    When on Wednesday at 09:00, "Hana Ito" reports "Ana Ruiz" missing in the Otus chat, giving the "name"
    Then Otus support asks for the "email" of "Ana Ruiz"

  @convention
  Scenario: Adjusted on Wednesday, she is back in all her classes on Thursday
    Given on Wednesday at 09:00, "Hana Ito" reports "Ana Ruiz" missing in the Otus chat, giving the "name" and "email"
    When on Wednesday at 11:00, Otus support adjusts the ID of "Ana Ruiz"
    Then on Wednesday at 22:00, "Ana Ruiz" is not in "Algebra 1 (Ito, period 3)" in Otus
    And on Thursday at 08:00, "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever
    And "Ana Ruiz" is in "Biology" in Otus, coming from Clever
    And last night's sync brought "Ana Ruiz" into "Algebra 1 (Ito, period 3)", because "Clever's roster has the student"
    And on Friday at 08:00, "Ana Ruiz" is in "Algebra 1 (Ito, period 3)" in Otus

  @documented
  Scenario: By contrast, enrolled at ten and asked about at five past ten, a student only has to reach Clever
    When on Tuesday at 10:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
    Then on Tuesday at 10:05, "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "the student is not in the class in Clever yet"
    And the remedy for "Leo Park" missing from "Algebra 1 (Ito, period 3)" is "wait for the sync between SIS and Clever, or run it"
