Feature: The connection between Clever and Otus
  The district connects Otus in Clever, and Clever gives Otus a token with which it reads.

  @O01 @Q04 @inferred
  Rule: While the district has Otus disconnected no sync succeeds, and Otus stays as it is
    Clever gives an application nothing before the district has added it. Nothing that Otus has is taken back by that:
    a sync that cannot read is one that fails.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      And on Monday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"

    Scenario: Disconnected by day, the night fails and nothing leaves Otus
      When the district disconnects Otus in Clever
      And the night passes
      Then last night's sync failed
      And last night's sync changed nothing
      And Otus shows the class "Biology"
      And "Ana Ruiz" is in "Biology" in Otus, coming from Clever
      And "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: Connected again, the next night brings all that came to Clever in the meantime
      Given the district disconnects Otus in Clever
      And 2 nights pass
      When the district connects Otus in Clever
      And the night passes
      Then last night's sync succeeded
      And "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever

    Scenario: Disconnected and connected between two nights, no night fails
      Given the district disconnects Otus in Clever
      When the district connects Otus in Clever
      And the night passes
      Then last night's sync succeeded

    Scenario: A student who is missing meanwhile is waiting for a sync that goes well
      When the district disconnects Otus in Clever
      And 3 nights pass
      Then "Leo Park" is missing from "Algebra 1 (Ito, period 3)", because "no successful sync has run since"

    Scenario: Who is disconnected cannot be disconnected once more
      Given the district disconnects Otus in Clever
      When the district tries to disconnect Otus in Clever
      Then it is refused, because "Otus is disconnected already"

    Scenario: Who is connected cannot be connected once more
      When the district tries to connect Otus in Clever
      Then it is refused, because "Otus is connected already"

  @C32 @inferred
  Rule: A new token changes nothing for a night, for Otus asks for its token every time
    Clever tells applications that tokens change, and to know a district by its id.

    Background:
      Given the district "Lincoln", with its SIS, Clever and Otus in step

    Scenario: The night after the token was renewed goes well
      Given on Monday at 09:00, the registrar enrolls "Leo Park" in "Algebra 1 (Ito, period 3)"
      When Clever renews the token of Otus
      And the night passes
      Then last night's sync succeeded
      And "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus, coming from Clever

    Scenario: There is nothing to renew while Otus is disconnected
      Given the district disconnects Otus in Clever
      When Clever tries to renew the token of Otus
      Then it is refused, because "Otus is disconnected and has none"
