// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LianpiaoAnchor} from "../LianpiaoAnchor.sol";
import {TestBase} from "./TestBase.t.sol";

/// @notice A publisher without sense: it anchors whatever it is told, and remembers what was accepted.
contract CarelessPublisher {
    LianpiaoAnchor public immutable anchorContract = new LianpiaoAnchor(address(this), new bytes32[](0));
    uint64[2] public sizes;
    bytes32[2] public roots;
    uint256 public accepted;
    uint256 public contradictions;

    /// @dev Few logs, sizes and roots, so that repetitions and conflicts are frequent.
    function attempt(uint8 log, uint8 size, uint8 root) external {
        uint256 index = log % 2;
        uint64 nextSize = size % 16;
        bytes32 nextRoot = bytes32(uint256(root % 4));
        try anchorContract.anchor(bytes32(index), nextSize, nextRoot) {
            if (nextSize < sizes[index]) ++contradictions;
            if (nextSize == sizes[index] && nextRoot != roots[index]) ++contradictions;
            sizes[index] = nextSize;
            roots[index] = nextRoot;
            ++accepted;
        } catch {}
    }
}

contract HistoryTest is TestBase {
    CarelessPublisher private careless;

    function setUp() public {
        careless = new CarelessPublisher();
    }

    /// @dev Forge calls these with random senders and arguments: the publisher, and the anchor itself by strangers.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](2);
        targets[0] = address(careless);
        targets[1] = address(careless.anchorContract());
    }

    /// @dev A stranger is never the publisher; otherwise forge would anchor in its name, behind its back.
    function excludeSenders() public view returns (address[] memory senders) {
        senders = new address[](1);
        senders[0] = address(careless);
    }

    function invariant_strangersChangeNothing() public view {
        assertEq(careless.anchorContract().publisher(), address(careless), "publisher");
        assertEq(careless.anchorContract().pendingPublisher(), address(0), "candidate");
    }

    function invariant_noLogShrinksOrChangesItsPast() public view {
        assertEq(careless.contradictions(), 0, "contradictions");
    }

    function invariant_latestIsWhatWasAcceptedLast() public view {
        for (uint256 log = 0; log < 2; ++log) {
            (uint64 size, bytes32 root,) = careless.anchorContract().latest(bytes32(log));
            assertEq(size, careless.sizes(log), "size");
            assertEq(root, careless.roots(log), "root");
        }
    }

    /// @dev The two above would hold as well if nothing was ever accepted.
    function test_carelessPublisherGetsThrough() public {
        careless.attempt(0, 3, 1);
        careless.attempt(0, 3, 1);
        careless.attempt(0, 3, 2);
        careless.attempt(0, 2, 1);
        assertEq(careless.accepted(), 2, "accepted");
    }
}
