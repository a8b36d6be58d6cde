import { render } from 'preact';
import { ConnectedPopup } from '../../components/popup/connected-popup';
import { findReadTab } from '../../lib/platform/read-tab';

const place = document.getElementById('popup');
if (!place) throw new Error('popup.html has the place for the popup');
render(<ConnectedPopup tab={await findReadTab()} />, place);
