@S50 @S51 @S52 @S53 @Q20 @Q21
Feature: Ticket 7, new email, old login
  "The office has corrected Ana's email, and she still cannot sign in with it."

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  @documented
  Scenario: Corrected on Tuesday afternoon, in Clever a quarter of an hour later, in Otus on Wednesday
    When on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana.maria.ruiz@lincoln.example"
    Then on Tuesday at 16:15, the email of "Ana Ruiz" in Clever is "ana.maria.ruiz@lincoln.example"
    And on Tuesday at 22:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
    And on Wednesday at 04:00, the email of "Ana Ruiz" in Otus is "ana.maria.ruiz@lincoln.example"
    And last night's sync changed the account of "Ana Ruiz", because "Clever has another name or email"

  @documented
  Scenario: Until the night only the old email lets her in, afterwards only the new one
    Given on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana.maria.ruiz@lincoln.example"
    When on Tuesday at 20:00, "Ana Ruiz" tries to sign in to Otus with the email "ana.maria.ruiz@lincoln.example"
    Then it is refused, because "no account in Otus has that email"
    When "Ana Ruiz" signs in to Otus with the email "ana.ruiz@lincoln.example"
    And on Wednesday at 08:00, "Ana Ruiz" signs in to Otus with the email "ana.maria.ruiz@lincoln.example"
    And "Ana Ruiz" tries to sign in to Otus with the email "ana.ruiz@lincoln.example"
    Then it is refused, because "no account in Otus has that email"

  @documented
  Scenario: When it is urgent, Otus support corrects it on Tuesday, at once
    Given on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana.maria.ruiz@lincoln.example"
    When on Tuesday at 17:00, Otus support corrects the email of "Ana Ruiz" to "ana.maria.ruiz@lincoln.example"
    And "Ana Ruiz" signs in to Otus with the email "ana.maria.ruiz@lincoln.example"
    Then the email of "Ana Ruiz" in Otus is "ana.maria.ruiz@lincoln.example"
    And on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana.maria.ruiz@lincoln.example"
    And last night's sync changed nothing

  @inferred
  Scenario: Support's correction lasts a day where the SIS still has the wrong email
    When on Tuesday at 17:00, Otus support corrects the email of "Ana Ruiz" to "ana.maria.ruiz@lincoln.example"
    Then on Wednesday at 08:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
    And last night's sync changed the account of "Ana Ruiz", because "what was changed in Otus gives way to what Clever has"

  @inferred
  Scenario: Corrected a second time five minutes later, Otus only ever sees the second
    Given on Tuesday at 16:00, the registrar changes the email of "Ana Ruiz" to "ana.maria.ruiz@lincoln.example"
    When on Tuesday at 16:05, the registrar changes the email of "Ana Ruiz" to "ana.m.ruiz@lincoln.example"
    Then on Tuesday at 16:15, the email of "Ana Ruiz" in Clever is "ana.maria.ruiz@lincoln.example"
    And on Tuesday at 16:20, the email of "Ana Ruiz" in Clever is "ana.m.ruiz@lincoln.example"
    And on Wednesday at 03:59, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
    And on Wednesday at 04:00, the email of "Ana Ruiz" in Otus is "ana.m.ruiz@lincoln.example"

  @ats-stars @A07 @A16 @documented
  Scenario: In a district with ATS and STARS the same correction shows on Saturday
    Given SIS changes take 72 hours to reach Clever
    When on Tuesday at 10:00, the registrar changes the email of "Ana Ruiz" to "ana.maria.ruiz@lincoln.example"
    Then on Friday at 08:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
    And on Friday at 10:00, the email of "Ana Ruiz" in Clever is "ana.maria.ruiz@lincoln.example"
    And on Friday at 22:00, the email of "Ana Ruiz" in Otus is "ana.ruiz@lincoln.example"
    And on Saturday at 04:00, the email of "Ana Ruiz" in Otus is "ana.maria.ruiz@lincoln.example"
