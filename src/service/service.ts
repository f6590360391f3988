import { runService } from './run-service';

// The build puts the program into one folder with the files it serves.
runService(process.argv.slice(2), process.env, __dirname);
