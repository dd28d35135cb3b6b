package io.opencop.shop.storefront;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class LoginController {
  private static final Logger log = LoggerFactory.getLogger(LoginController.class);

  private final MemberRepository members;

  LoginController(MemberRepository members) {
    this.members = members;
  }

  @GetMapping("/login")
  String form() {
    return "login";
  }

  @PostMapping("/login")
  String logIn(
      @RequestParam String login,
      @RequestParam String password,
      HttpServletRequest request,
      HttpSession session) {
    Optional<Member> member =
        members
            .find(login)
            .filter(a -> Passwords.matches(password, a.passwordSalt(), a.passwordHash()))
            .map(MemberRepository.Account::member);
    if (member.isEmpty()) {
      log.warn("로그인 실패");
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "no such login and password");
    }
    // A new id, so that nobody can plant a session before the login and share it after.
    request.changeSessionId();
    Visit.logIn(session, member.get());
    log.info("로그인: 회원 {} 등급 {}", member.get().id(), member.get().grade());
    return "redirect:/";
  }

  @PostMapping("/logout")
  String logOut(HttpSession session) {
    session.invalidate();
    return "redirect:/";
  }
}
