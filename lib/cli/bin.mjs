#!/usr/bin/env node
// The command is written in TypeScript and run as it is: tsx compiles each file once and keeps it.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
await main(process.argv);
