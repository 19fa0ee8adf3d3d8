#!/usr/bin/env node
const { existsSync } = require('node:fs');
const path = require('node:path');

const program = path.join(__dirname, '../dist/cli/main.js');
if (!existsSync(program)) {
  console.error('lianpiao is not built yet: run ./scripts/up --once, or npx tsc --build');
  process.exit(2);
}
require(program);
