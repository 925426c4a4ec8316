import { writeFileSync } from 'node:fs';
import { pages } from './pages.js';

// Writes the reference pages: npx tsx scripts/docs.ts

for (const [path, text] of Object.entries(pages())) {
  writeFileSync(new URL(`../${path}`, import.meta.url), text);
  console.log(path);
}
