/** Run by itself: builds the extension for a browser into a folder, as `npm run build` does into its own. */
import { build } from 'wxt';

const [browser, outDir] = process.argv.slice(2);
if (!browser || !outDir) throw new Error('build-elsewhere BROWSER FOLDER');
await build({ browser, outDir });
