// Loaded before a client (node --require): what it sends to Clever's own hosts goes to the port CLEVER_AT of this
// machine. Whether the server there is Clever is checked as ever, with the authority in NODE_EXTRA_CA_CERTS.
"use strict";

const https = require("https");

const clevers = new Set(["clever.com", "api.clever.com"]);
const request = https.request;

https.request = (options, answered) => {
  const host = options.hostname || options.host;
  if (!clevers.has(host)) throw new Error(`${host} is no host of Clever's`);
  const here = { hostname: "127.0.0.1", host: "127.0.0.1", port: process.env.CLEVER_AT, servername: host };
  return request({ ...options, ...here, headers: { ...options.headers, Host: host } }, answered);
};
