import { build, isBuilt } from '../../src/process/build/build.ts';

/** Once before all tests: the app as it will be served, made anew when a source changed. */
export default function setup(): void {
	if (!isBuilt()) build();
}
