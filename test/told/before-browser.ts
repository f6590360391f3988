import { openTold } from './search';

/** Before the first browser test. */
export default openTold;
