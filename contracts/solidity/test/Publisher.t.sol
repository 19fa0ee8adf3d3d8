// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LianpiaoAnchor} from "../LianpiaoAnchor.sol";
import {AnchorFixture} from "./AnchorFixture.t.sol";

contract PublisherTest is AnchorFixture {
    function test_zeroPublisherIsRefused() public {
        vm.expectRevert(abi.encodeWithSelector(LianpiaoAnchor.LianpiaoAnchorInvalidPublisher.selector, address(0)));
        new LianpiaoAnchor(address(0), new bytes32[](0));
    }

    function testFuzz_offerAloneChangesNothing(address candidate) public {
        vm.assume(candidate != PUBLISHER);
        offer(candidate);
        assertEq(target.publisher(), PUBLISHER, "publisher");
        assertEq(target.pendingPublisher(), candidate, "candidate");
        expectRefused(candidate);
        target.anchor(OPENED, 1, bytes32(uint256(1)));
    }

    function testFuzz_candidateTakesThePlace(address candidate) public {
        vm.assume(candidate != PUBLISHER && candidate != address(0));
        offer(candidate);
        vm.expectEmit(true, true, true, true, address(target));
        emit LianpiaoAnchor.PublisherTransferred(PUBLISHER, candidate);
        vm.prank(candidate);
        target.acceptPublisher();
        assertEq(target.publisher(), candidate, "publisher");
        assertEq(target.pendingPublisher(), address(0), "candidate");
        vm.prank(candidate);
        target.anchor(OPENED, 1, bytes32(uint256(1)));
        expectRefused(PUBLISHER);
        target.anchor(OPENED, 2, bytes32(uint256(2)));
    }

    function testFuzz_nobodyElseAccepts(address candidate, address caller) public {
        vm.assume(caller != candidate);
        offer(candidate);
        expectRefused(caller);
        target.acceptPublisher();
    }

    function testFuzz_nobodyElseOffers(address caller, address candidate) public {
        vm.assume(caller != PUBLISHER);
        expectRefused(caller);
        target.transferPublisher(candidate);
    }

    function testFuzz_offerIsTakenBack(address candidate) public {
        vm.assume(candidate != address(0));
        offer(candidate);
        offer(address(0));
        expectRefused(candidate);
        target.acceptPublisher();
    }

    function offer(address candidate) private {
        vm.expectEmit(true, true, true, true, address(target));
        emit LianpiaoAnchor.PublisherTransferStarted(PUBLISHER, candidate);
        vm.prank(PUBLISHER);
        target.transferPublisher(candidate);
    }

    /// @dev For the next call, which comes from this caller.
    function expectRefused(address caller) private {
        vm.expectRevert(abi.encodeWithSelector(LianpiaoAnchor.LianpiaoAnchorUnauthorizedCaller.selector, caller));
        vm.prank(caller);
    }
}
