import { Frame } from '../public/frame';
import './verify.css';
import { start } from '../public/start';

start(<Frame>{null}</Frame>);
