import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { removeLeftHosts } from '../lib/page/card-host';
import { anyRootOf } from '../lib/platform/closed-roots';

/** Clears a page that was open before the extension was installed or updated of what earlier copies have left there. */
export default defineUnlistedScript(() => removeLeftHosts(document, anyRootOf));
