import { Frame } from '../public/frame';
import { start } from '../public/start';

start(<Frame>{null}</Frame>);
