export { importQuery } from './api/queries';
export { ImportJobScreen } from './ui/import-job-screen';
export { ImportScreen } from './ui/import-screen';
export { ImportUnderWay } from './ui/import-under-way';
