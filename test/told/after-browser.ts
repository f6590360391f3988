import { searchTold } from './search';

/** After the last browser test. What it throws fails the run. */
export default searchTold;
