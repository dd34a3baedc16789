@S05 @S06 @S21 @documented
Feature: Ticket 10, the principal has no account, the co-teacher has no Google
  "Our principal has been in Clever since August and cannot get into Otus. And Bo's Google features do not work."

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  Scenario: No night makes an account for the principal
    Given Clever has "Ruth Abara"
    When 3 nights pass
    Then "Ruth Abara" has no account in Otus
    When "Ruth Abara" tries to sign in to Otus with "a password"
    Then it is refused, because "no account in Otus has that email"

  Scenario: Made by hand in Otus, it works at once and is still there the next day
    When on Tuesday at 10:00, an admin makes an admin account for "Ruth Abara" in Otus
    And "Ruth Abara" signs in to Otus with "a password"
    Then "Ruth Abara" has an admin account in Otus
    And on Wednesday at 08:00, "Ruth Abara" has an admin account in Otus
    And last night's sync changed nothing

  Scenario: The main teacher has only ever used a password, so the co-teacher has no Google features
    When on Tuesday at 09:00, "Nadia Petrov" signs in to Otus with "a password"
    And on Tuesday at 09:30, "Bo Lind" signs in to Otus with "Google SSO"
    Then "Bo Lind" has no Google features in "Chemistry"
    And on Wednesday at 08:00, "Bo Lind" has no Google features in "Chemistry"

  Scenario: One Google sign-in of the main teacher turns them on, without a sync
    Given on Tuesday at 09:00, "Nadia Petrov" signs in to Otus with "a password"
    When on Tuesday at 12:00, "Nadia Petrov" signs in to Otus with "Google SSO"
    Then "Bo Lind" has Google features in "Chemistry"
    And on Friday at 08:00, "Bo Lind" has Google features in "Chemistry"
