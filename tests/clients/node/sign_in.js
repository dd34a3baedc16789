// Signs somebody in through clever-passport, and prints the profile that the application gets.
// node --require ./sent_to_us.js sign_in.js CLIENT-ID CLIENT-SECRET WHO
"use strict";

const Strategy = require("clever-passport");
const fetch = require("node-fetch");

const [clientID, clientSecret, who] = process.argv.slice(2);
const callbackURL = "http://127.0.0.1:3000/callback";

const strategy = new Strategy({ clientID, clientSecret, callbackURL }, (access, refresh, profile, done) => done(null, profile));

strategy.redirect = async (clever) => {
  const answer = await fetch(`${clever}&login_as=${encodeURIComponent(who)}`, { redirect: "manual" });
  const code = new URL(answer.headers.get("location")).searchParams.get("code");
  strategy.authenticate({ query: { code } });
};
strategy.success = (profile) => console.log(JSON.stringify(profile));
strategy.fail = (why) => fail(`refused: ${JSON.stringify(why)}`);
strategy.error = (error) => fail(error.stack);

function fail(why) {
  console.error(why);
  process.exitCode = 1;
}

strategy.authenticate({ query: {} });
