import {
	BarController,
	BarElement,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
} from 'chart.js';

Chart.register(
	BarController,
	BarElement,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
);

/** Chart.js with the parts that our drawings use, and no others. */
export { Chart };
